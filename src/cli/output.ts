import { renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { quote } from '../diagnostics/quote.js'
import { escapeUnseen } from '../diagnostics/unseen.js'

/** Writes to standard output, or replaces the file as a whole. Returns exit code 0, or 2 after printing why not. */
export function writeOutput(text: string, file: string | undefined): number {
  if (file === undefined) {
    process.stdout.write(text)
    return 0
  }
  const draft = join(dirname(file), `.lightcib-${process.pid}.tmp`)
  try {
    writeFileSync(draft, text)
    renameSync(draft, file)
    return 0
  } catch (error) {
    rmSync(draft, { force: true })
    const reason = (error as Error).message.split('\n')[0]
    process.stderr.write(`${escapeUnseen(`lightcib: cannot write ${quote(file)}: ${reason}`)}\n`)
    return 2
  }
}
