import { expect, it } from 'vitest'
import { readCib } from '../../src/cib/index.js'
import { runsOnlyWith } from '../../src/graph/index.js'
import type { Cluster } from '../../src/model/index.js'
import { colocationTruth, endOf, isViolation } from '../support/colocation-oracle.js'
import { wildCluster } from '../support/random-wild.js'
import { describeWith } from '../support/tools.js'

/** How many random clusters, each in all its states; `FUZZ=300` for a long run. */
const count = Number(process.env.FUZZ ?? 12)
const firstSeed = Number(process.env.SEED ?? 1)

describeWith(
  ['crm_simulate', 'prlimit'],
  `guarantees of wild clusters, ${count} from seed ${firstSeed}`,
  () => {
    it('are never called guaranteed where a state breaks them, and counterexamples do', async () => {
      const tally: Record<string, number> = {}
      const wrong: unknown[] = []
      const faults: unknown[] = []
      const unknown: unknown[] = []
      let judged = 0
      for (let seed = firstSeed; seed < firstSeed + count; seed++) {
        const { cib, service, roles } = wildCluster(seed)
        const cluster = readCib(cib).output as Cluster
        const truth = await colocationTruth(cluster, 'VIP', service, undefined, roles, true)
        if (truth.unsettled === truth.states) continue
        judged += 1
        const found = runsOnlyWith(cluster, 'VIP', service, roles)
        const isBroken = truth.violations.length > 0
        const runs = truth.stopped + truth.unsettled < truth.states
        const name = `${isBroken ? 'broken' : runs ? 'kept' : 'stopped'}: ${found.verdict}`
        tally[name] = (tally[name] ?? 0) + 1
        if (found.verdict === 'unknown') unknown.push({ seed, reason: found.reason })
        if ((isBroken && found.verdict === 'guaranteed') || (runs && found.verdict === 'never-runs')) {
          wrong.push({ seed, found, violation: truth.violations[0] })
        }
        const { counterexample } = found
        const end = counterexample && (await endOf(cluster, 'VIP', service, counterexample, roles))
        if (counterexample !== undefined && (end === undefined || !isViolation(end))) {
          faults.push({ seed, counterexample, end })
        }
      }
      console.info(tally, unknown)
      expect(wrong).toEqual([])
      expect(faults).toEqual([])
      expect(unknown.length).toBeLessThanOrEqual(Math.ceil(judged * 0.03))
      expect(judged).toBeGreaterThan(count * 0.9)
    })
  },
)
