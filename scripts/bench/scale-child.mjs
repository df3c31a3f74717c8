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

/** The mean of each step: a small file is read so often that it is as many resources as in a large one. */
const rounds = Array.from({ length: Number(repeats) }, () => {
  const [read, { output: cluster }] = timed(() => readCib(bytes))
  const [checked] = timed(() => check(cluster))
  const [write, { output: text }] = timed(() => writeCib(cluster))
  if (text === undefined) throw new Error('nothing was written')
  return { read, check: checked, write }
})
const mean = (step) => rounds.reduce((sum, round) => sum + round[step], 0) / rounds.length
const kilobytes = process.resourceUsage().maxRSS
console.log(JSON.stringify({ read: mean('read'), check: mean('check'), write: mean('write'), kilobytes }))
