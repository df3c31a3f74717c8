import { beforeAll, expect, it } from 'vitest'
import { readCib } from '../../src/cib/index.js'
import { runsOnlyWith } from '../../src/graph/index.js'
import type { Cluster } from '../../src/model/index.js'
import { colocationTruth, endOf, isViolation } from '../support/colocation-oracle.js'
import { useSchedulerOf } from '../support/crm-simulate.js'
import { randomColocation } from '../support/random-colocations.js'
import { debian13, describeOn } from './systems.js'

/** How many random clusters, each in all its 27 states; `FUZZ=300` for a long run. */
const count = Number(process.env.FUZZ ?? 30)

describeOn([debian13], `guarantees in the scheduler, ${count} clusters`, ({ root }) => {
  beforeAll(() => useSchedulerOf(root))

  it('are kept in every state, and what breaks elsewhere breaks there', async () => {
    const wrong: unknown[] = []
    const unbroken: unknown[] = []
    for (let seed = 1; seed <= count; seed++) {
      const { cib, service } = randomColocation(seed)
      const cluster = readCib(cib).output as Cluster
      const { verdict, counterexample, onlyIn } = runsOnlyWith(cluster, 'VIP', service)
      const truth = verdict === 'guaranteed' ? await colocationTruth(cluster, 'VIP', service) : undefined
      if (truth !== undefined && truth.violations.length > 0) wrong.push({ seed, truth })
      if (counterexample === undefined || onlyIn === '3.0') continue
      const end = await endOf(cluster, 'VIP', service, counterexample)
      if (end === undefined || !isViolation(end)) unbroken.push({ seed, counterexample, end })
    }
    expect(wrong).toEqual([])
    // Circles of colocations are cut differently now and then.
    expect(unbroken.length, JSON.stringify(unbroken)).toBeLessThanOrEqual(count * 0.05)
  })
})
