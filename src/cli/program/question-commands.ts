import { Argument, type Command, Option } from 'commander'
import { check, checkDefaults } from '../command/check.js'
import { config, force, input, outputFile, policyHelp, repeated, wholeNumber } from './options.js'

/** What answers questions about a cluster: check, simulate, explain. */
export function addQuestionCommands(program: Command): void {
  program
    .command('check')
    .description(
      'report wrong ids, references, orders and colocations, what the rules find, and evaluate the policies',
    )
    .addArgument(
      new Argument('<input...>', `${input.description}; or a glob for several, such as 'clusters/**/*.xml'`),
    )
    .addOption(
      new Option('--format <format>', 'output format: text, or what another program reads')
        .choices(['text', 'json', 'sarif', 'github', 'gitlab', 'junit'])
        .default(checkDefaults.format),
    )
    .option(
      '--policy <name[=arg,arg]>',
      'evaluate this policy instead of those that the cluster declares; may be repeated',
      repeated,
    )
    .option(
      '--rule <code>',
      'report only findings of this code, a rule of any set among them; may be repeated',
      repeated,
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
        .default(checkDefaults.timeLimit),
    )
    .option('--max-warnings <number>', 'exit with 1 if there are more warnings', wholeNumber)
    .addOption(config)
    .option('-o, --output <file>', 'write the format to this file, and text to the terminal')
    .addOption(force)
    .addHelpText('after', policyHelp)
    .addHelpText(
      'after',
      '\nExample:\n  cibadmin --query | lightcib check - --policy runs-only-with=vip,haproxy-clone',
    )
    .option('-w, --watch', 'check again when an input, what it imports, or a configuration changes')
    .action(async (files, { watch = false, ...options }) => {
      process.exitCode = watch
        ? await (await import('../command/watch.js')).watch(files, options.output)
        : await check(files, options)
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
      repeated,
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
    .addOption(
      new Option('--format <format>', 'output format: html is a page with a table of events and resources')
        .choices(['text', 'json', 'html'])
        .default('text'),
    )
    .addOption(config)
    .addOption(outputFile)
    .addOption(force)
    .addHelpText('after', policyHelp)
    .addHelpText(
      'after',
      '\nExample:\n  lightcib simulate cib.xml --policy runs-only-with=vip,haproxy-clone --nodes 2',
    )
    .action(async (file, options) => {
      process.exitCode = await (await import('../command/simulate.js')).simulate(file, options)
    })

  program
    .command('explain')
    .description('print what a code of a finding means, and how to mend it; without a code, list all')
    .addArgument(new Argument('[code]', 'the code of a finding, such as timeout-short'))
    .addHelpText('after', '\nExample:\n  lightcib explain timeout-short')
    .action(async (code) => {
      process.exitCode = (await import('../command/explain.js')).explain(code)
    })

  program
    .command('lsp')
    .description(
      'answer an editor about CIBs in XML, in the Language Server Protocol on standard input and output',
    )
    .option('--stdio', 'the only way to connect, which editors name')
    .addHelpText(
      'after',
      '\nExample, for Neovim:\n  vim.lsp.start({ name = "lightcib", cmd = { "lightcib", "lsp" } })',
    )
    .action(async () => {
      process.exitCode = await (await import('../command/lsp.js')).lsp()
    })
}
