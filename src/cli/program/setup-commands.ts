import { Argument, type Command, Option } from 'commander'

/** What sets up a machine or a project: init, doctor, completion. */
export function addSetupCommands(program: Command): void {
  program
    .command('init')
    .description('make a project: a cluster, its tests, and what checks them')
    .addArgument(new Argument('[folder]', 'the folder of the project, which is made').default('.'))
    .addOption(
      new Option('--ci <service>', 'add the file by which this service checks').choices(['github', 'gitlab']),
    )
    .option('--force', 'accept a folder that is not empty: what exists stays as it is')
    .addHelpText('after', '\nExample:\n  lightcib init my-cluster --ci github')
    .action(async (folder, options) => {
      process.exitCode = (await import('../project/init.js')).init(folder, options)
    })

  program
    .command('doctor')
    .description('print the versions of what is installed here, what works, and which package is missing')
    .addOption(new Option('--format <format>', 'output format').choices(['text', 'json']).default('text'))
    .addHelpText('after', '\nExample:\n  lightcib doctor')
    .action(async (options) => {
      process.exitCode = (await import('../project/doctor.js')).doctor(options)
    })

  program
    .command('completion')
    .description('print a script by which a shell completes commands, options and their values')
    .addArgument(new Argument('<shell>', 'the shell').choices(['bash', 'zsh', 'fish']))
    .addHelpText('after', '\nExample:\n  source <(lightcib completion bash)')
    .action(async (shell) => {
      ;(await import('../reference/completion.js')).completion(program, shell)
    })
}
