import { expect, it } from 'vitest'
import { readCib } from '../../src/cib/index.js'
import { defeatedOrders, impliedOrders } from '../../src/graph/analysis/implied-orders.js'
import { orderCycles } from '../../src/graph/index.js'
import type { Cluster } from '../../src/model/index.js'
import { type Difference, differenceWithout } from '../support/implied-oracle.js'
import { randomOf } from '../support/random.js'
import { randomImplied } from '../support/random-implied.js'
import { describeWith } from '../support/tools.js'

/** How many random clusters; `FUZZ=1000` for a long run. */
const count = Number(process.env.FUZZ ?? 12)
const firstSeed = Number(process.env.SEED ?? 1)

describeWith(
  ['crm_simulate', 'prlimit'],
  `random repeated orders, ${count} clusters from ${firstSeed}`,
  () => {
    it('that are implied or defeated as a whole change no transition in any state', async () => {
      const wrong: (Difference & { readonly seed: number; readonly order: string })[] = []
      let asked = 0
      for (let seed = firstSeed; seed < firstSeed + count; seed++) {
        const cluster = readCib(randomImplied(seed)).output as Cluster
        if (orderCycles(cluster).length > 0) continue
        const defeated = defeatedOrders(cluster).filter(({ isWhole }) => isWhole)
        for (const { constraint } of [...impliedOrders(cluster), ...defeated]) {
          const order = constraint.id ?? ''
          const difference = await differenceWithout(cluster, order, randomOf(seed), 12)
          asked += 1
          if (difference !== undefined) wrong.push({ seed, order, ...difference })
        }
      }
      expect(wrong).toEqual([])
      expect(asked).toBeGreaterThan(count / 4)
    })
  },
)
