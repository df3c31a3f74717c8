/** Wall time of `lightcib check` of the Mitaka CIB against the start of Node alone; at most 3 times as long. */
import { spawnSync } from 'node:child_process'

const runs = 10

function milliseconds(args) {
  const start = performance.now()
  const { status } = spawnSync(process.execPath, args, { stdio: 'ignore' })
  if (status !== 0) throw new Error(`node ${args.join(' ')} ended with ${status}`)
  return performance.now() - start
}

function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]
}

/** Both in turn, so that both see the same machine. */
export function coldStart() {
  const node = []
  const check = []
  for (let run = 0; run < runs; run++) {
    node.push(milliseconds(['-e', '0']))
    check.push(milliseconds(['dist/cli/main.js', 'check', 'fixtures/scenarios/mitaka-full/cib.xml']))
  }
  const ratio = median(check) / median(node)
  return `cold start: node -e 0 ${median(node).toFixed(0)} ms, lightcib check ${median(check).toFixed(0)} ms, ratio ${ratio.toFixed(2)} (median of ${runs})`
}
