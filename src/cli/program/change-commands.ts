import { Argument, type Command, Option } from 'commander'
import { force, input, outputFile, pcsVersion, repeated, wholeNumber } from './options.js'

/** What compares two clusters, and a live one with its description: diff, compare, plan, drift, apply, status. */
export function addChangeCommands(program: Command): void {
  program
    .command('diff')
    .description('list what differs between two clusters, by id; exit code 1 if anything does')
    .addArgument(new Argument('<before>', input.description))
    .addArgument(new Argument('<after>', 'the other cluster, of the same kinds of input'))
    .addOption(
      new Option('--format <format>', 'output format')
        .choices(['text', 'json', 'svg', 'dot'])
        .default('text'),
    )
    .option(
      '--guarantees',
      'add the orders, colocations and places that one of the two guarantees and the other does not, with counterexamples',
    )
    .addOption(outputFile)
    .addOption(force)
    .addHelpText('after', '\nExample:\n  cibadmin --query | lightcib diff - cluster.ts --guarantees')
    .action(async (before, after, options) => {
      process.exitCode = await (await import('../command/diff.js')).diff(before, after, options)
    })

  program
    .command('compare')
    .description(
      'let the installed crm_simulate do the same to two clusters, and list what ends differently; exit code 1 if anything does',
    )
    .addArgument(new Argument('<full>', input.description))
    .addArgument(new Argument('<light>', 'the other cluster, of the same kinds of input'))
    .option(
      '--policy <name[=arg,arg]>',
      'what this policy awaits fails in every combination, instead of those that the clusters declare; may be repeated',
      repeated,
    )
    .addOption(
      new Option('--time-limit <seconds>', 'how long all may take').argParser(wholeNumber).default(600),
    )
    .addOption(
      new Option('--format <format>', 'output format').choices(['text', 'json', 'svg']).default('text'),
    )
    .addOption(outputFile)
    .addOption(force)
    .addHelpText('after', '\nExample:\n  lightcib compare before.xml after.ts --format svg -o compare.svg')
    .action(async (full, light, options) => {
      process.exitCode = await (await import('../command/compare.js')).compare(full, light, options)
    })

  program
    .command('plan')
    .description(
      'list the steps from a running cluster to another, each with its commands, its effects, and how to take it back',
    )
    .addArgument(
      new Argument('<from>', 'the running cluster: the output of cibadmin --query in an .xml file, or -'),
    )
    .addArgument(new Argument('<to>', `${input.description}; or a saved plan, a .plan file`))
    .addOption(new Option('--to <format>', 'output format').choices(['text', 'json', 'pcs']).default('text'))
    .addOption(pcsVersion('commands are'))
    .option('--maintenance', 'put the cluster into maintenance mode while constraints change')
    .option('--no-simulation', "predict effects from the configuration alone, without Pacemaker's scheduler")
    .option(
      '-o, --output <file>',
      'write to this file; a file whose name ends in .plan gets the plan itself, for this CIB only',
    )
    .addOption(force)
    .addHelpText(
      'after',
      '\nExample:\n  cibadmin --query > live.xml && lightcib plan live.xml cluster.ts --to pcs -o steps.sh && bash steps.sh --dry-run',
    )
    .action(async (from, to, options) => {
      process.exitCode = await (await import('../command/plan.js')).plan(from, to, options)
    })

  program
    .command('drift')
    .description(
      'list what the live cluster is otherwise than described; exit code 1 if anything, for cron and CI',
    )
    .addArgument(input)
    .option('--file <cib>', 'a CIB in a file, in place of the live one')
    .addOption(new Option('--format <format>', 'output format').choices(['text', 'json']).default('text'))
    .addOption(outputFile)
    .addOption(force)
    .addHelpText('after', '\nExample:\n  lightcib drift cluster.ts || echo "somebody was here"')
    .action(async (file, options) => {
      process.exitCode = await (await import('../command/drift.js')).drift(file, options)
    })

  program
    .command('apply')
    .description(
      'make the live cluster as described: show the plan, ask, save the CIB, and run the steps, each waited for',
    )
    .addArgument(input)
    .addOption(new Option('--live', 'the cluster of this machine, as without an option').conflicts('file'))
    .option('--file <cib>', 'a CIB in a file, in place of the live one')
    .option('--one-push', 'push everything at once, in place of step by step')
    .addOption(
      new Option(
        '--rollback',
        'bring a saved CIB back, at once, whatever has failed or is wrong in it',
      ).conflicts('onePush'),
    )
    .option('-y, --yes', 'apply without a question')
    .option(
      '--backup <file>',
      'save the CIB of before in this new file (default: cib-backup-TIME.xml in this folder)',
    )
    .option('--rollback-on-failure', 'bring the CIB of before back, without a question, when a step fails')
    .addOption(
      new Option('--wait <seconds>', 'how long the cluster may take to settle after each step')
        .argParser(wholeNumber)
        .default(600),
    )
    .option(
      '--systemd <folder>',
      'where compile --to systemd has written its files, for services that Pacemaker hands over to systemd',
      'nodes',
    )
    .option('--detailed-exitcode', 'exit code 0: nothing to do, 1: any error, 2: changed')
    .addHelpText('after', '\nExample:\n  lightcib apply cluster.ts --yes --rollback-on-failure')
    .action(async (file, options) => {
      process.exitCode = await (await import('../apply/apply.js')).apply(file, options)
    })

  program
    .command('status')
    .description(
      'show what Pacemaker runs in the live cluster and what systemd runs on this machine; exit code 1 if anything is not well',
    )
    .addArgument(new Argument('[input]', 'the description, for its services under systemd'))
    .option('--full <input>', 'the cluster before services left Pacemaker: those that left are under systemd')
    .addOption(new Option('--format <format>', 'output format').choices(['text', 'json']).default('text'))
    .addHelpText('after', '\nExample:\n  lightcib status light.ts --full full.xml')
    .action(async (file, options) => {
      process.exitCode = await (await import('../command/status.js')).status(file, options)
    })
}
