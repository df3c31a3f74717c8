import { Command, Option } from 'commander'
import { escapeUnseen } from '../../diagnostics/unseen.js'
import { setGuardOptions } from '../module/guard.js'
import { setVerbosity } from '../terminal/verbosity.js'
import { version } from '../version.js'
import { addChangeCommands } from './change-commands.js'
import { seconds, suggestChoice } from './options.js'
import { addOutputCommands } from './output-commands.js'
import { addQuestionCommands } from './question-commands.js'
import { addSetupCommands } from './setup-commands.js'
import { addWhyCommands } from './why-commands.js'

/** The commands and their options; the file of a command is loaded when it runs. */
export const program = new Command('lightcib')
  .description('Compile, check and draw Pacemaker clusters declared in TypeScript or read from a CIB.')
  .version(version)
  .exitOverride()
  .configureOutput({
    writeErr: (text) => process.stderr.write(text.split('\n').map(escapeUnseen).join('\n')),
  })
  // Names alone, so that what commands do fits beside them on 80 columns.
  .configureHelp({ showGlobalOptions: false, subcommandTerm: (command) => command.name() })

addOutputCommands(program)
addQuestionCommands(program)
addWhyCommands(program)
addChangeCommands(program)
addSetupCommands(program)

for (const command of program.commands) {
  if (['agents', 'explain', 'completion', 'init', 'doctor'].includes(command.name())) continue
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
    .addOption(
      new Option('-q, --quiet', 'print no findings of severity info, and no summary').conflicts('verbose'),
    )
    .option('-v, --verbose', 'print every finding of severity info, instead of how many there are')
}

for (const command of program.commands) for (const option of command.options) suggestChoice(option)

program.hook('preAction', (_, command) => {
  const { timeout = 8, trace = false, quiet = false, verbose = false } = command.opts()
  setGuardOptions({ timeout, trace })
  setVerbosity(quiet ? 'quiet' : verbose ? 'verbose' : 'normal')
})
