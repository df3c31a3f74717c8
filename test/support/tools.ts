import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { describe } from 'vitest'

/** The project's root. */
export const root = new URL('../..', import.meta.url).pathname

const shared = new URL('../../../shared/', import.meta.url).pathname

/** True where the real tool is installed. */
function has(tool: string): boolean {
  return spawnSync('which', [tool], { stdio: 'ignore' }).status === 0
}

/**
 * A `describe` for tests that need real tools. Where one is missing they are left out by name,
 * and with CI=true they fail instead.
 */
export function describeWith(tools: readonly string[], name: string, body: () => void): void {
  const missing = tools.filter((tool) => !has(tool))
  if (missing.length > 0 && process.env.CI === 'true') throw new Error(`${name} needs ${missing.join(', ')}`)
  describe.skipIf(missing.length > 0)(
    missing.length === 0 ? name : `${name} [left out: no ${missing.join(', ')}]`,
    body,
  )
}

/** The path of a file that lies beside the project, for checks on data that is not the project's own. */
export function sharedPath(path: string): string {
  return `${shared}${path}`
}

/** A `describe` for tests that run over data beside the project; left out by name on a machine without it. */
export function describeWithShared(path: string, name: string, body: () => void): void {
  const here = existsSync(sharedPath(path))
  describe.skipIf(!here)(here ? name : `${name} [left out: no ${path} beside the project]`, body)
}

/** What a program prints for this input, whatever its exit code. */
export function run(
  program: string,
  args: readonly string[],
  input = '',
): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(program, [...args], { input, encoding: 'utf8', maxBuffer: 1 << 28, timeout: 300_000 })
}
