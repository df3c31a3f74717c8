import { renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Writes to standard output, or into the file: whole or not at all. Returns why it could not, if so. */
export function writeOutput(text: string, file: string | undefined): string | undefined {
  if (file === undefined) {
    process.stdout.write(text)
    return undefined
  }
  const draft = join(dirname(file), `.lightcib-${process.pid}.tmp`)
  try {
    writeFileSync(draft, text)
    renameSync(draft, file)
    return undefined
  } catch (error) {
    rmSync(draft, { force: true })
    return `cannot write ${file}: ${(error as Error).message.split('\n')[0]}`
  }
}
