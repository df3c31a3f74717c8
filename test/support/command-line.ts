import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { root } from './tools.js'

/** A folder of its own for the inputs of a test file, and the built command line run in it. */
export function commandLine() {
  const folder = mkdtempSync(join(tmpdir(), 'lightcib-cli-'))
  return {
    folder,
    file(name: string, text: string | Uint8Array): string {
      const path = join(folder, name)
      mkdirSync(dirname(path), { recursive: true })
      writeFileSync(path, text)
      return path
    },
    run(args: readonly string[], input = '', env: NodeJS.ProcessEnv = {}) {
      const main = join(root, 'dist/cli/main.js')
      const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...args], {
        input,
        env: { ...process.env, ...env },
        encoding: 'utf8',
        cwd: folder,
        maxBuffer: 1e9,
      })
      return { status, stdout, stderr }
    },
    remove: () => rmSync(folder, { recursive: true }),
  }
}
