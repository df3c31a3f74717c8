import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../support/tools.js'
import { describeAsRoot } from './as-root.js'
import { namespacesOf, processesLeftIn, tracesOf } from './traces.js'

const vitest = join(root, 'node_modules/vitest/vitest.mjs')
const run = ['run', '--config', 'test/live/vitest.config.ts', 'test/live/hand-over.live.ts']

/** The folder of the machine that the run has booted, while commands run on it. */
async function bootedIn(temporary: string): Promise<string> {
  const folders = () => readdirSync(temporary).filter((name) => name.startsWith('lightcib-live-'))
  const hasNode = () => folders().some((name) => existsSync(join(temporary, name, 'node1.pid')))
  await expect.poll(hasNode, { timeout: 120_000, interval: 20 }).toBe(true)
  return join(temporary, folders()[0] as string)
}

describeAsRoot('a run that is killed in the middle', () => {
  test.each([
    ['SIGINT', 'everything'],
    ['SIGTERM', 'vitest alone'],
    ['SIGKILL', 'everything'],
  ] as const)('leaves nothing behind: %s to %s', async (signal, what) => {
    const temporary = mkdtempSync(join(tmpdir(), 'lightcib-killed-'))
    try {
      const host = tracesOf(temporary)
      const child = spawn(process.execPath, [vitest, ...run], {
        cwd: root,
        env: { ...process.env, TMPDIR: temporary },
        detached: true,
        stdio: 'ignore',
      })
      const folder = await bootedIn(temporary)
      const namespaces = namespacesOf(folder)
      expect(namespaces.ids.size).toBeGreaterThan(0)
      process.kill(what === 'everything' ? -(child.pid as number) : (child.pid as number), signal)
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
      const left = () => [
        ...tracesOf(folder).filter((trace) => !host.includes(trace)),
        ...host.filter((trace) => !tracesOf(folder).includes(trace)),
        ...(existsSync(folder) ? [folder] : []),
        ...processesLeftIn(namespaces),
      ]
      await expect.poll(left, { timeout: 60_000, interval: 500 }).toEqual([])
    } finally {
      rmSync(temporary, { recursive: true, force: true })
    }
  })
})
