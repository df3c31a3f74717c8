/** Runs a program and times it; undefined where it is not installed. */
import { spawnSync } from 'node:child_process'

export function run(program, args) {
  const start = performance.now()
  const { stdout, stderr, status, error } = spawnSync(program, args, { encoding: 'utf8', maxBuffer: 1 << 28 })
  if (error?.code === 'ENOENT') return undefined
  if (status !== 0) throw new Error(`${program} ${args.join(' ')}: ${stderr}`)
  return { stdout, seconds: (performance.now() - start) / 1000 }
}
