import { writeSync } from 'node:fs'
import { resolve } from 'node:path'

/** The variable that names the file descriptor for notes. */
export const notesVariable = 'LIGHTCIB_READ_NOTES'

const descriptor = Number(process.env[notesVariable] ?? 0)

/** Notes for `check --watch`, which started this process, that the result depends on a file. Elsewhere it does nothing. */
export function noteRead(file: string): void {
  if (descriptor > 2) writeSync(descriptor, `${resolve(file)}\0`)
}
