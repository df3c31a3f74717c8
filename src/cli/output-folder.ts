import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { quote } from '../diagnostics/quote.js'
import { escapeUnseen } from '../diagnostics/unseen.js'
import type { SystemdFile } from '../systemd/index.js'
import { type OutputOptions, writeOutput } from './output.js'

/**
 * Writes files below a folder, each as a whole, and removes those that an earlier run left: the ones below etc/ with a name
 * that only such a run gives. Without a folder it prints them. Returns exit code 0, or 2 after printing why not.
 */
export function writeFolder(
  files: readonly SystemdFile[],
  { output: folder, force = false }: OutputOptions,
): number {
  if (folder === undefined) {
    process.stdout.write(files.map(({ path, text }) => `# ${path}\n${text}\n`).join(''))
    return 0
  }
  for (const { path, text } of files) {
    const file = join(folder, path)
    try {
      mkdirSync(dirname(file), { recursive: true })
    } catch (error) {
      const reason = (error as Error).message.split('\n')[0]
      process.stderr.write(`${escapeUnseen(`lightcib: cannot write ${quote(file)}: ${reason}`)}\n`)
      return 2
    }
    const code = writeOutput(text, { output: file, force }, {})
    if (code !== 0) return code
  }
  const names = new Set(files.map(({ path }) => basename(path)))
  const wanted = new Set(files.map(({ path }) => join(folder, path)))
  const etc = join(folder, 'etc')
  if (!existsSync(etc)) return 0
  for (const entry of readdirSync(etc, { recursive: true, withFileTypes: true })) {
    const file = join(entry.parentPath, entry.name)
    if (entry.isFile() && names.has(entry.name) && !wanted.has(file)) rmSync(file)
  }
  return 0
}
