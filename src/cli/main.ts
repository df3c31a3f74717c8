#!/usr/bin/env node
import { thrownText } from '../diagnostics/thrown.js'
import { escapeUnseen } from '../diagnostics/unseen.js'
import { check, checkDefaults } from './command/check.js'
import { wrongUsage } from './module/exit-code.js'
import { exitNow, finish, isTracing } from './module/guard.js'
import { stackOf } from './module/stack.js'
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
  const files = filesOfPlainCheck(process.argv.slice(2))
  if (files === undefined) await (await import('./program/run.js')).run()
  else process.exitCode = await check(files, checkDefaults)
} catch (error) {
  process.exitCode = wrongUsage
  if (error instanceof UsageError) {
    process.stderr.write(`${[`lightcib: ${error.message}`, ...error.frame].map(escapeUnseen).join('\n')}\n`)
  } else {
    const stack = isTracing() ? `\n${stackOf(error)}` : '; --trace shows where'
    process.stderr.write(`lightcib: internal error: ${escapeUnseen(thrownText(error))}${stack}\n`)
  }
}
await finish()

/** The files of a `check` without options, which is read without what reads options; undefined for every other command. */
function filesOfPlainCheck([command, ...files]: readonly string[]): readonly string[] | undefined {
  const isPlain = command === 'check' && files.length > 0 && !files.some((file) => /^-./.test(file))
  return isPlain ? files : undefined
}
