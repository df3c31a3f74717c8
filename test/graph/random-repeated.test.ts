import { expect, it } from 'vitest'
import { repeatedOrders } from '../support/implied-oracle.js'
import { describeWith } from '../support/tools.js'

/** How many random clusters; `FUZZ=1000` for a long run. */
const count = Number(process.env.FUZZ ?? 12)
const firstSeed = Number(process.env.SEED ?? 1)

describeWith(
  ['crm_simulate', 'prlimit'],
  `repeated orders of ${count} random clusters from seed ${firstSeed}`,
  () => {
    it('that are implied or defeated as a whole change no transition in any state', async () => {
      const { asked, wrong } = await repeatedOrders(firstSeed, count)
      console.info(`${asked} orders left out, ${wrong.length} of them changed something`)
      expect(wrong).toEqual([])
      expect(asked).toBeGreaterThan(count / 4)
    })
  },
)
