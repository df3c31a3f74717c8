import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { readCib } from '../../src/cib/index.js'
import { type ColocationGuarantee, runsOnlyWith } from '../../src/graph/index.js'
import type { Cluster } from '../../src/model/index.js'
import { colocationTruth, endOf, isViolation } from '../support/colocation-oracle.js'
import { randomColocation } from '../support/random-colocations.js'
import { describeWith, describeWithShared, sharedPath } from '../support/tools.js'

/** How many random clusters, each in all its 27 states; `FUZZ=300` for a long run. */
const count = Number(process.env.FUZZ ?? 15)
/** Where the seeds start; another `SEED` gives other clusters. */
const firstSeed = Number(process.env.SEED ?? 1)

const readText = (text: string) => readCib(text).output as Cluster

/** What is wrong with the counterexample, by what the real scheduler makes of it. */
async function faultIn(
  cluster: Cluster,
  rsc: string,
  withRsc: string,
  { counterexample }: ColocationGuarantee,
): Promise<unknown> {
  if (counterexample === undefined) return undefined
  const end = await endOf(cluster, rsc, withRsc, counterexample)
  const isRight =
    end !== undefined &&
    isViolation(end) &&
    end.rsc.every((node) => counterexample.rsc.includes(node)) &&
    end.withRsc.every((node) => counterexample.withRsc.includes(node))
  return isRight ? undefined : { counterexample, end }
}

describeWith(
  ['crm_simulate', 'prlimit'],
  `random colocations, ${count} clusters from seed ${firstSeed}`,
  () => {
    it('are never called guaranteed where a state breaks them, and counterexamples do', async () => {
      const tally = new Map<string, number>()
      const wrong: unknown[] = []
      const faults: unknown[] = []
      let judged = 0
      let unknown = 0
      for (let seed = firstSeed; seed < firstSeed + count; seed++) {
        const { cib, service } = randomColocation(seed)
        const cluster = readText(cib)
        const truth = await colocationTruth(cluster, 'VIP', service, undefined, {}, true)
        if (truth.unsettled === truth.states) continue
        const found = runsOnlyWith(cluster, 'VIP', service)
        const isBroken = truth.violations.length > 0
        const name = `${isBroken ? 'broken' : 'intact'}: ${found.verdict}`
        tally.set(name, (tally.get(name) ?? 0) + 1)
        judged += 1
        if (found.verdict === 'unknown') unknown += 1
        if (isBroken && found.verdict === 'guaranteed') wrong.push({ seed, found, truth })
        const fault = await faultIn(cluster, 'VIP', service, found)
        if (fault !== undefined) faults.push({ seed, fault })
      }
      console.info(Object.fromEntries(tally))
      expect(wrong).toEqual([])
      expect(faults).toEqual([])
      expect(unknown).toBeLessThanOrEqual(Math.ceil(judged * 0.05))
      expect(judged).toBeGreaterThan(count * 0.9)
    })
  },
)

describeWithShared('corpus/ordering', 'counterexamples of CIBs of known behaviour', () => {
  it('break in the real scheduler', async () => {
    const rows = readFileSync(sharedPath('corpus/ordering/EXPECTED.tsv'), 'utf8')
      .split('\n')
      .map((row) => row.split('\t'))
    const faults: unknown[] = []
    for (const [file = '', kind = '', truth] of rows) {
      if (!kind.startsWith('coloc') || truth !== 'BROKEN') continue
      const text = readFileSync(sharedPath(`corpus/ordering/${file}`), 'utf8')
      const service = text.includes('id="haproxy"') ? 'haproxy' : 'haproxy-bundle'
      const cluster = readText(text)
      const found = runsOnlyWith(cluster, 'VIP', service)
      if (/maintenance|not managed|lifetime/.test(found.reason)) continue
      const fault = await faultIn(cluster, 'VIP', service, found)
      if (fault !== undefined || found.counterexample === undefined) faults.push({ file, found, fault })
    }
    expect(faults).toEqual([])
  })
})
