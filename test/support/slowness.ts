import { spawnSync } from 'node:child_process'

/** How long `node -e 0` takes where time limits hold as they are written, in milliseconds. */
const usual = 100

/**
 * How many times slower this machine is than a usual one, a whole number: time limits are multiplied by it.
 * It is measured once, and kept in the environment for the processes of the test files.
 */
export const slowness: number = Math.ceil(Number(process.env.SLOWNESS) || measure())

function measure(): number {
  const start = performance.now()
  spawnSync(process.execPath, ['-e', '0'])
  const factor = Math.max(1, Math.ceil((performance.now() - start) / usual))
  process.env.SLOWNESS = String(factor)
  return factor
}
