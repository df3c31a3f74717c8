import { Argument, type Command } from 'commander'

/** What sets up a machine or a project: completion. */
export function addSetupCommands(program: Command): void {
  program
    .command('completion')
    .description('print a script by which a shell completes commands, options and their values')
    .addArgument(new Argument('<shell>', 'the shell').choices(['bash', 'zsh', 'fish']))
    .addHelpText('after', '\nExample:\n  source <(lightcib completion bash)')
    .action(async (shell) => {
      ;(await import('../command/completion.js')).completion(program, shell)
    })
}
