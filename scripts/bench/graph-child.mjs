/** Looks for ordering cycles in the CIB in argv[2]; prints milliseconds of CPU and the peak of memory as JSON. */
import { readFileSync } from 'node:fs'
import { orderCycles } from '../../dist/graph/index.js'
import { readCib } from '../../dist/index.js'

const [, , file, repeats] = process.argv
const bytes = readFileSync(file)

/** The result is memoized for a cluster, so each round reads one of its own. */
function round() {
  const { output: cluster } = readCib(bytes)
  const before = process.cpuUsage()
  orderCycles(cluster)
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

const rounds = Array.from({ length: Number(repeats) }, round)
const milliseconds = rounds.reduce((sum, each) => sum + each, 0) / rounds.length
console.log(JSON.stringify({ milliseconds, kilobytes: process.resourceUsage().maxRSS }))
