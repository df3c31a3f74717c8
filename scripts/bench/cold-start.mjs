/**
 * Wall time of `lightcib check` of the Mitaka scenario: its CIB against the start of Node alone (at most 3 times), its
 * module against its CIB (at most 2 times).
 */
import { spawnSync } from 'node:child_process'

const runs = 10

const commands = {
  node: ['-e', '0'],
  cib: ['dist/cli/main.js', 'check', 'fixtures/scenarios/mitaka-full/cib.xml'],
  module: ['dist/cli/main.js', 'check', 'fixtures/scenarios/mitaka-full/cluster.ts'],
}

function milliseconds(args) {
  const start = performance.now()
  const { status } = spawnSync(process.execPath, args, { stdio: 'ignore' })
  if (status !== 0) throw new Error(`node ${args.join(' ')} ended with ${status}`)
  return performance.now() - start
}

function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]
}

/** All in turn, so that each sees the same machine. */
export function coldStart() {
  const times = Object.fromEntries(Object.keys(commands).map((name) => [name, []]))
  for (let run = 0; run < runs; run++) {
    for (const [name, args] of Object.entries(commands)) times[name].push(milliseconds(args))
  }
  const [node, cib, module] = Object.keys(commands).map((name) => median(times[name]))
  return (
    `cold start (median of ${runs}): node -e 0 ${node.toFixed(0)} ms; ` +
    `check of a CIB ${cib.toFixed(0)} ms, ratio ${(cib / node).toFixed(2)}; ` +
    `check of its module ${module.toFixed(0)} ms, ratio to the CIB ${(module / cib).toFixed(2)}`
  )
}
