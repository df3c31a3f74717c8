/** Converts the CIB in argv[2] to a pcs script; prints the milliseconds of CPU of one conversion. */
import { readFileSync } from 'node:fs'
import { readCib, toPcs } from '../../dist/index.js'

const [, , file, repeats] = process.argv
const { output: cluster } = readCib(readFileSync(file))
const before = process.cpuUsage()
for (let round = 0; round < Number(repeats); round++) toPcs(cluster)
const { user, system } = process.cpuUsage(before)
console.log((user + system) / 1000 / Number(repeats))
