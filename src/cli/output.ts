import { quote } from '../diagnostics/quote.js'
import { escapeUnseen } from '../diagnostics/unseen.js'
import { type WriteOptions, writeFile } from './files/write-file.js'

/** Where the output goes, as the command line has it. */
export interface OutputOptions {
  readonly output?: string
  readonly force?: boolean
}

/** Writes to standard output or to the file. Returns exit code 0, or 2 after printing why not. */
export function writeOutput(
  content: string | Buffer,
  { output: file, force = false }: OutputOptions,
  options: WriteOptions,
): number {
  if (file === undefined) {
    process.stdout.write(content)
    return 0
  }
  const written = writeFile(file, content, { ...options, force })
  if ('reason' in written) {
    print(`cannot write ${quote(file)}: ${written.reason}`)
    return 2
  }
  for (const note of written.notes) print(`${quote(file)} ${note}`)
  return 0
}

function print(line: string): void {
  process.stderr.write(`${escapeUnseen(`lightcib: ${line}`)}\n`)
}
