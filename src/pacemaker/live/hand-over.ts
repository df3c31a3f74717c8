import { quote } from '../../diagnostics/quote.js'
import { PacemakerError } from '../tool/pacemaker-error.js'
import { inWorkplace } from '../tool/workplace.js'

/**
 * Runs the script of `toSystemd`: `bash SCRIPT WORD...`. Rejects with `PacemakerError`, which has what the script found wrong,
 * where it does not end well within `limit` milliseconds.
 */
export async function runHandOver(script: string, words: readonly string[], limit: number): Promise<void> {
  const { exitCode, stderr } = await inWorkplace(({ run }) => run('bash', [script, ...words], limit))
  if (exitCode === 0) return
  // bash cannot open it.
  if (exitCode === 127)
    throw new PacemakerError(
      `${quote(script)} is missing: "lightcib compile INPUT --to systemd -o FOLDER" writes it, and --systemd names the folder`,
    )
  const errors = stderr
    .split('\n')
    .filter((line) => line.startsWith('error: '))
    .map((line) => line.slice('error: '.length))
  throw new PacemakerError(errors.length === 0 ? `${quote(script)} has failed` : errors.join('; '))
}
