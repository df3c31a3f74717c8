/** Reads, checks and writes the CIB in argv[2]; prints milliseconds a step and the peak of memory as JSON. */
import { readFileSync } from 'node:fs'
import { check, readCib, writeCib } from '../../dist/index.js'

const [, , file, repeats] = process.argv
const bytes = readFileSync(file)

function timed(work) {
  const start = performance.now()
  const result = work()
  return [performance.now() - start, result]
}

/** The median of each step: a small file is read often, so that it is measured as warm as a large one. */
const rounds = Array.from({ length: Number(repeats) }, () => {
  const [read, { output: cluster }] = timed(() => readCib(bytes))
  const [checked] = timed(() => check(cluster))
  const [write, { output: text }] = timed(() => writeCib(cluster))
  if (text === undefined) throw new Error('nothing was written')
  return { read, check: checked, write }
})
const median = (step) => rounds.map((round) => round[step]).sort((a, b) => a - b)[rounds.length >> 1]
const kilobytes = process.resourceUsage().maxRSS
console.log(
  JSON.stringify({ read: median('read'), check: median('check'), write: median('write'), kilobytes }),
)
