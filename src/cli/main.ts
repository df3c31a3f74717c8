#!/usr/bin/env node
import { CommanderError } from 'commander'
import { thrownText } from '../diagnostics/thrown.js'
import { escapeUnseen } from '../diagnostics/unseen.js'
import { wrongUsage } from './module/exit-code.js'
import { exitNow, finish, isTracing } from './module/guard.js'
import { stackOf } from './module/stack.js'
import { program } from './program/program.js'
import { UsageError } from './usage-error.js'

/** Who reads standard output and has enough is no error. */
process.stdout.on('error', ({ code, message }: NodeJS.ErrnoException) => {
  if (code === 'EPIPE') exitNow(Number(process.exitCode ?? 0))
  process.stderr.write(`lightcib: cannot write to standard output: ${message}\n`)
  exitNow(wrongUsage)
})
/** What cannot be printed there cannot be reported either; the exit code is what remains. */
process.stderr.on('error', () => {})

/** Exit codes: 0 success, 1 the input has errors, 2 wrong usage or unreadable input. */
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
