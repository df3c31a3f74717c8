import { createInterface } from 'node:readline/promises'
import { escapeUnseen } from '../../diagnostics/unseen.js'
import { UsageError } from '../usage-error.js'

/** Asks on the terminal; only `yes` is agreement. */
export async function isAgreed(question: string, { input }: { readonly input: string }): Promise<boolean> {
  if (input === '-' || !process.stdin.isTTY || !process.stderr.isTTY)
    throw new UsageError('there is no terminal to ask on; --yes applies without a question')
  const terminal = createInterface({ input: process.stdin, output: process.stderr })
  try {
    return (await terminal.question(`${question} Only "yes" is agreement: `)).trim() === 'yes'
  } finally {
    terminal.close()
  }
}

/** A line of what is being done, on standard error. */
export function print(line: string): void {
  process.stderr.write(`lightcib: ${escapeUnseen(line)}\n`)
}
