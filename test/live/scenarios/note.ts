import { appendFileSync } from 'node:fs'

/** Adds a line with what was measured to the file that LIVE_TIMES names. */
export function note(line: string): void {
  if (process.env.LIVE_TIMES !== undefined) appendFileSync(process.env.LIVE_TIMES, `${line}\n`)
}
