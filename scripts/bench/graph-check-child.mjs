/** Checks the CIB in argv[2] argv[3] times; prints the mean of milliseconds of CPU. */
import { readFileSync } from 'node:fs'
import { check, readCib } from '../../dist/index.js'

const [, , file, repeats] = process.argv
const bytes = readFileSync(file)

/** What follows from a cluster is memoized, so each round reads one of its own. */
function round() {
  const { output: cluster } = readCib(bytes)
  const before = process.cpuUsage()
  check(cluster)
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

const rounds = Array.from({ length: Number(repeats) }, round)
console.log(rounds.reduce((sum, each) => sum + each, 0) / rounds.length)
