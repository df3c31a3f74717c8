import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'vitest'
import { slowness } from './slowness.js'

/** The project's root. */
export const root = new URL('../..', import.meta.url).pathname

const shared = new URL('../../../shared/', import.meta.url).pathname

/** True in `npm run test:fast`, which starts no program. */
export const isFast: boolean = process.env.FAST === '1'

/** True where the real tool is installed. */
export function has(tool: string): boolean {
  return (process.env.PATH ?? '').split(':').some((folder) => existsSync(join(folder, tool)))
}

/**
 * A `describe` for tests that need real tools. Where one is missing they are left out by name,
 * and with CI=true they fail instead.
 */
export function describeWith(tools: readonly string[], name: string, body: () => void): void {
  const missing = tools.filter((tool) => !has(tool))
  if (isFast) describe.skip(name, body)
  else if (missing.length === 0) describe(name, body)
  else if (process.env.CI === 'true') throw new Error(`${name} needs ${missing.join(', ')}`)
  else describe.skip(`${name} [left out: no ${missing.join(', ')}]`, body)
}

/** The path of a file that lies beside the project, for checks on data that is not the project's own. */
export function sharedPath(path: string): string {
  return `${shared}${path}`
}

/** A `describe` for tests that run over data beside the project; left out by name on a machine without it. */
export function describeWithShared(path: string, name: string, body: () => void): void {
  // Not even collected where the data are missing: a body may read them to name its tests.
  if (!existsSync(sharedPath(path)))
    describe.skip(`${name} [left out: no ${path} beside the project]`, () => test('reads them', () => {}))
  else if (isFast) describe.skip(name, body)
  else describe(name, body)
}

/**
 * What a program prints for this input, whatever its exit code. Without input it gets none, not an empty one: bash takes
 * a socket as its input for a remote login, and runs ~/.bashrc.
 */
export function run(
  program: string,
  args: readonly string[],
  input = '',
): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(program, [...args], {
    ...(input === '' ? { stdio: ['ignore', 'pipe', 'pipe'] } : { input }),
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    timeout: 600_000 * slowness,
  })
}
