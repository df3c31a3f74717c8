#!/usr/bin/env node
import { Argument, Command, CommanderError, InvalidArgumentError, Option } from 'commander'
import { thrownText } from '../diagnostics/thrown.js'
import { escapeUnseen } from '../diagnostics/unseen.js'
import { exitNow, finish, isTracing, setGuardOptions } from './module/guard.js'
import { stackOf } from './module/stack.js'
import { UsageError } from './usage-error.js'
import { version } from './version.js'

/** Exit codes: 0 success, 1 the input has errors, 2 wrong usage or unreadable input. */
const wrongUsage = 2

const input = new Argument(
  '<input>',
  'a .ts, .mts, .js or .mjs module whose default export is a cluster, a file with the XML of a CIB, also as gzip or bzip2, or - for one on standard input',
)
const outputFile = new Option(
  '-o, --output <file>',
  'write to this file instead of standard output; it is replaced as a whole or left alone',
)
const force = new Option(
  '--force',
  'replace an output file that is read-only, the input, or has an owner that cannot be kept',
)

function wholeNumber(text: string): number {
  if (!/^\d+$/.test(text)) throw new InvalidArgumentError('expected a whole number')
  return Number(text)
}

function seconds(text: string): number {
  const number = Number(text)
  if (!/^\d+(\.\d+)?$/.test(text) || number === 0 || number > 1e6) {
    throw new InvalidArgumentError('expected a number of seconds above 0')
  }
  return number
}

const program = new Command('lightcib')
  .description('Compile, check and draw Pacemaker clusters declared in TypeScript or read from a CIB.')
  .version(version)
  .exitOverride()
  .configureOutput({
    writeErr: (text) => process.stderr.write(text.split('\n').map(escapeUnseen).join('\n')),
  })
  .configureHelp({ showGlobalOptions: false })

program
  .command('compile')
  .description(
    'print a cluster as CIB XML, a pcs script, a bootstrap script, DSL source or a graph, or what systemd needs to run the services that left Pacemaker',
  )
  .addArgument(input)
  .addOption(
    new Option('--to <format>', 'output format')
      .choices(['cib', 'pcs', 'bootstrap', 'source', 'dot', 'mermaid', 'svg', 'html', 'systemd', 'handbook'])
      .default('cib'),
  )
  .option('--schema <name>', 'CIB schema to write, such as pacemaker-3.9')
  .addOption(
    new Option('--pcs <version>', 'version of pcs that the script is for')
      .choices(['0.10', '0.11', '0.12'])
      .default('0.11'),
  )
  .addOption(
    new Option(
      '--strategy <strategy>',
      'one pcs command for each element, or the whole configuration as XML in one command',
    )
      .choices(['commands', 'xml'])
      .default('commands'),
  )
  .addOption(
    new Option(
      '--ids <ids>',
      'in a script: the ids of the cluster, or those of pcs where nothing refers to an id',
    )
      .choices(['exact', 'pcs'])
      .default('exact'),
  )
  .option('--update', 'a script that changes what differs in the cluster, and records what it has made')
  .option(
    '--full <input>',
    'for systemd and handbook: the cluster that has under Pacemaker what systemd is to run',
  )
  .option('--orders', 'keep the orders of --full between services that left, on each node by itself')
  .option('--status', 'keep the status of a live cluster in DSL source')
  .addOption(outputFile)
  .addOption(force)
  .addHelpText(
    'after',
    `
Examples:
  lightcib compile cluster.ts --to pcs -o pcs.sh && bash pcs.sh --help
  lightcib compile light.ts --to systemd --full full.xml -o FOLDER`,
  )
  .action(async (file, options) => {
    process.exitCode = await (await import('./command/compile.js')).compile(file, options)
  })

program
  .command('import')
  .description('convert a CIB to DSL source; the same as compile --to source')
  .addArgument(input)
  .option('--status', 'keep the status of a live cluster in the source')
  .addOption(outputFile)
  .addOption(force)
  .addHelpText('after', '\nExample:\n  cibadmin --query | lightcib import - -o cluster.ts')
  .action(async (file, options) => {
    process.exitCode = await (await import('./command/compile.js')).compile(file, {
      ...options,
      to: 'source',
    })
  })

program
  .command('check')
  .description(
    'report wrong ids, references, orders and colocations, what the rules find, and evaluate the policies',
  )
  .addArgument(new Argument('<input...>', input.description))
  .addOption(new Option('--format <format>', 'output format').choices(['text', 'json']).default('text'))
  .option(
    '--policy <name[=arg,arg]>',
    'evaluate this policy instead of those that the cluster declares; may be repeated',
    (policy: string, earlier: readonly string[] = []) => [...earlier, policy],
  )
  .option(
    '--rule <code>',
    'report only findings of this code, a rule of any set among them; may be repeated',
    (code: string, earlier: readonly string[] = []) => [...earlier, code],
  )
  .addOption(
    new Option('--rules <set>', 'set of rules: those for every cluster, or all').choices([
      'recommended',
      'strict',
    ]),
  )
  .option(
    '--with-pacemaker',
    'ask the installed crm_simulate what the policies leave unknown, and report what crm_verify finds beyond the rules',
  )
  .addOption(
    new Option('--time-limit <seconds>', 'how long crm_simulate may take for one input')
      .argParser(wholeNumber)
      .default(300),
  )
  .option('--max-warnings <number>', 'exit with 1 if there are more warnings', wholeNumber)
  .option(
    '--config <file>',
    'configuration to use instead of the nearest lightcib.config.ts, .mts, .js or .mjs in or above the folder of the input',
  )
  .addHelpText(
    'after',
    '\nExample:\n  cibadmin --query | lightcib check - --policy runs-only-with=vip,haproxy-clone',
  )
  .action(async (files, options) => {
    process.exitCode = await (await import('./command/check.js')).check(files, options)
  })

program
  .command('simulate')
  .description(
    'run the installed crm_simulate over every combination of failed nodes and every single failure, standby, restart and disabled resource',
  )
  .addArgument(input)
  .option(
    '--policy <name[=arg,arg]>',
    'evaluate this policy in each state instead of those that the cluster declares; may be repeated',
    (policy: string, earlier: readonly string[] = []) => [...earlier, policy],
  )
  .addOption(
    new Option('--start <state>', 'from where each event starts: everything runs, or the status in the CIB')
      .choices(['running', 'status'])
      .default('running'),
  )
  .option(
    '--nodes <number>',
    'the most nodes that fail at once (default: all of up to 5, else 3)',
    wholeNumber,
  )
  .addOption(
    new Option('--time-limit <seconds>', 'how long all may take').argParser(wholeNumber).default(600),
  )
  .addOption(new Option('--format <format>', 'output format').choices(['text', 'json']).default('text'))
  .option(
    '--config <file>',
    'configuration to use instead of the nearest lightcib.config.ts, .mts, .js or .mjs in or above the folder of the input',
  )
  .addOption(outputFile)
  .addOption(force)
  .addHelpText(
    'after',
    '\nExample:\n  lightcib simulate cib.xml --policy runs-only-with=vip,haproxy-clone --nodes 2',
  )
  .action(async (file, options) => {
    process.exitCode = await (await import('./command/simulate.js')).simulate(file, options)
  })

program
  .command('graph')
  .description('draw the orders and colocations of a cluster')
  .addArgument(input)
  .addOption(
    new Option('--of <constraints>', 'constraints to draw')
      .choices(['order', 'colocation', 'both'])
      .default('both'),
  )
  .addOption(
    new Option('--format <format>', 'output format')
      .choices(['svg', 'dot', 'mermaid', 'html'])
      .default('svg'),
  )
  .addOption(
    new Option('--by <what>', 'one box for each resource, or one for each of its actions')
      .choices(['resource', 'action'])
      .default('resource'),
  )
  .option('--start-levels', 'one column for each start level: what can start at the same time')
  .addOption(outputFile)
  .addOption(force)
  .addHelpText('after', '\nExample:\n  lightcib graph cib.xml --of order -o order.svg')
  .action(async (file, options) => {
    process.exitCode = await (await import('./command/graph.js')).graph(file, options)
  })

program
  .command('reduce')
  .description('derive a light cluster from a full one, and report which guarantees are dropped')
  .addArgument(new Argument('<full>', input.description))
  .requiredOption(
    '--keep <ids|light>',
    'resources to keep: ids separated by commas, or an input whose resources are kept',
  )
  .addOption(
    new Option(
      '--guarantees <treatment>',
      'orders and colocations that follow only from resources that leave: drop them, or bridge them by direct ones',
    )
      .choices(['drop', 'bridge'])
      .default('drop'),
  )
  .addOption(new Option('--to <format>', 'output format').choices(['cib', 'report', 'svg']).default('cib'))
  .addOption(outputFile)
  .addOption(force)
  .addHelpText('after', '\nExample:\n  lightcib reduce full.xml --keep haproxy,vip,galera --to report')
  .action(async (file, options) => {
    process.exitCode = await (await import('./command/reduce.js')).reduce(file, options)
  })

program
  .command('diff')
  .description('list what differs between two clusters, by id; exit code 1 if anything does')
  .addArgument(new Argument('<before>', input.description))
  .addArgument(new Argument('<after>', 'the other cluster, of the same kinds of input'))
  .addOption(
    new Option('--format <format>', 'output format').choices(['text', 'json', 'svg', 'dot']).default('text'),
  )
  .option(
    '--guarantees',
    'add the orders, colocations and places that one of the two guarantees and the other does not, with counterexamples',
  )
  .addOption(outputFile)
  .addOption(force)
  .addHelpText('after', '\nExample:\n  cibadmin --query | lightcib diff - cluster.ts --guarantees')
  .action(async (before, after, options) => {
    process.exitCode = await (await import('./command/diff.js')).diff(before, after, options)
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
  .addOption(
    new Option('--pcs <version>', 'version of pcs that the commands are for')
      .choices(['0.10', '0.11', '0.12'])
      .default('0.11'),
  )
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
    process.exitCode = await (await import('./command/plan.js')).plan(from, to, options)
  })

program
  .command('explain')
  .description('print what a code of a finding means, and how to mend it; without a code, list all')
  .addArgument(new Argument('[code]', 'the code of a finding, such as timeout-short'))
  .addHelpText('after', '\nExample:\n  lightcib explain timeout-short')
  .action(async (code) => {
    process.exitCode = (await import('./command/explain.js')).explain(code)
  })

for (const command of program.commands) {
  if (command.name() === 'explain') continue
  command
    .addOption(
      new Option(
        '--timeout <seconds>',
        'how long a module may take to load, and its policies and rules to run',
      )
        .argParser(seconds)
        .default(8),
    )
    .option('--trace', 'print the stack of what a module throws')
}

program.hook('preAction', (_, command) => {
  const { timeout = 8, trace = false } = command.opts()
  setGuardOptions({ timeout, trace })
})

/** Who reads standard output and has enough is no error. */
process.stdout.on('error', ({ code, message }: NodeJS.ErrnoException) => {
  if (code === 'EPIPE') exitNow(Number(process.exitCode ?? 0))
  process.stderr.write(`lightcib: cannot write to standard output: ${message}\n`)
  exitNow(wrongUsage)
})
/** What cannot be printed there cannot be reported either; the exit code is what remains. */
process.stderr.on('error', () => {})

try {
  await program.parseAsync()
} catch (error) {
  process.exitCode = error instanceof CommanderError && error.exitCode === 0 ? 0 : wrongUsage
  if (error instanceof UsageError) {
    process.stderr.write(`${[`lightcib: ${error.message}`, ...error.frame].map(escapeUnseen).join('\n')}\n`)
  } else if (!(error instanceof CommanderError)) {
    const stack = isTracing() ? `\n${stackOf(error)}` : '; --trace shows where'
    process.stderr.write(`lightcib: internal error: ${escapeUnseen(thrownText(error))}${stack}\n`)
  }
}
await finish()
