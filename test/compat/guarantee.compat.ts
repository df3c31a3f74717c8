import { beforeAll, expect, it } from 'vitest'
import { readCib } from '../../src/cib/index.js'
import { runsOnlyWith } from '../../src/graph/index.js'
import type { Cluster } from '../../src/model/index.js'
import { colocationTruth, endOf, isViolation } from '../support/colocation-oracle.js'
import { useSchedulerOf } from '../support/crm-simulate.js'
import { randomColocation } from '../support/random-colocations.js'
import { wildCluster } from '../support/random-wild.js'
import { debian13, describeOn } from './systems.js'

/** How many random clusters, each in all its 27 states; `FUZZ=300` for a long run. */
const count = Number(process.env.FUZZ ?? 30)
/** Where the seeds start; another `SEED` gives other clusters. */
const firstSeed = Number(process.env.SEED ?? 1)

const generators = [
  ['of colocations', (seed: number) => ({ roles: {}, ...randomColocation(seed) })],
  ['as wild as real ones', wildCluster],
] as const

describeOn(
  [debian13],
  `guarantees in the scheduler, ${count} clusters from seed ${firstSeed}`,
  ({ root }) => {
    beforeAll(() => useSchedulerOf(root))

    it.each(generators)(
      '%s are kept in every state, and what breaks elsewhere breaks there',
      async (_, make) => {
        const wrong: unknown[] = []
        const unbroken: unknown[] = []
        for (let seed = firstSeed; seed < firstSeed + count; seed++) {
          const { cib, service, roles } = make(seed)
          const cluster = readCib(cib).output as Cluster
          const { verdict, counterexample, onlyIn } = runsOnlyWith(cluster, 'VIP', service, roles)
          const truth =
            verdict === 'guaranteed' || verdict === 'never-runs'
              ? await colocationTruth(cluster, 'VIP', service, undefined, roles)
              : undefined
          if (truth !== undefined && truth.violations.length > 0) wrong.push({ seed, verdict, truth })
          if (counterexample === undefined || onlyIn === '3.0') continue
          const end = await endOf(cluster, 'VIP', service, counterexample, roles)
          if (end === undefined || !isViolation(end)) unbroken.push({ seed, counterexample, end })
        }
        expect(wrong).toEqual([])
        // Cycles of colocations are cut differently now and then.
        expect(unbroken.length, JSON.stringify(unbroken)).toBeLessThanOrEqual(count * 0.05)
      },
    )
  },
)
