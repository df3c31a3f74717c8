import { afterAll, beforeAll, expect, test } from 'vitest'
import { readCib, writeCib } from '../../src/cib/index.js'
import type { Cluster } from '../../src/model/index.js'
import { allOnline } from '../../src/pacemaker/status/synthetic-status.js'
import { stopsIn } from '../../src/plan/effect/effect.js'
import { improvePlan } from '../../src/plan/effect/improve.js'
import type { PlanSimulation } from '../../src/plan/effect/simulate.js'
import { type Plan, plan } from '../../src/plan/plan.js'
import { type PcsServer, startPcsServer } from '../support/pcs-server.js'
import { actionsOf, scheduledActions, wronglyPredicted } from '../support/plan-actions.js'
import { planPair, promotionScores } from '../support/plan-pairs.js'
import { replayCommands } from '../support/plan-replay.js'
import { seed } from '../support/properties.js'
import { settable } from '../support/settable.js'
import { describeWith } from '../support/tools.js'

const runs = Number(process.env.FUZZ ?? 100)
const parts = [0, 1, 2, 3]

describeWith(['pcs', 'crm_verify', 'crm_simulate'], 'a plan between clusters that pcs can build', () => {
  let server: PcsServer
  beforeAll(async () => {
    server = await startPcsServer()
  })
  afterAll(() => server.stop())

  test.concurrent.each(parts)(
    'does by real pcs and the real scheduler what it predicts, and stops no more than one push: part %i',
    async (part) => {
      let compared = 0
      for (let pair = part; pair < runs; pair += parts.length) {
        const [from, to] = planPair(seed * 1000 + pair)
        const { output, diagnostics } = plan(from, to)
        expect(diagnostics, `pair ${pair}`).toEqual([])
        const { plan: improved, simulation } = await improvePlan(output as Plan, { promotionScores })
        // Some clusters of their own never come to rest: the scheduler stops and starts a resource again and again.
        if (simulation.outcome !== 'settled') continue
        compared++
        expect(unpredicted(improved, simulation), `pair ${pair}`).toEqual([])
        const groups = improved.steps.map(({ commands }) => commands)
        const ran = await replayCommands(server, textOf(from), groups, textOf(to))
        expect(ran.problems, `pair ${pair}`).toEqual([])
        expect(settable(readCib(ran.cib).output as Cluster)).toEqual(settable(to))
        const online = textOf(allOnline(from, { promotionScores }))
        let { status } = await scheduledActions(online)
        for (const [at, cib] of ran.steps.entries()) {
          const real = await scheduledActions(cib, status)
          expect([pair, at, actionsOf(simulation.steps[at] ?? [])]).toEqual([pair, at, real.actions])
          status = real.status
        }
        if (simulation.push !== undefined)
          expect(stopsIn(simulation.steps.flat()), `pair ${pair}`).toBeLessThanOrEqual(
            stopsIn(simulation.push),
          )
      }
      expect(compared).toBeGreaterThan((runs / parts.length) * 0.9)
    },
  )
})

/** What happens without being predicted from the configuration; of steps that were made one, only the scheduler knows. */
function unpredicted({ steps, ...plan }: Plan, simulation: PlanSimulation): readonly object[] {
  const single = steps.map((step, at) => (step.phase === 'at-once' ? [] : (simulation.steps[at] ?? [])))
  return wronglyPredicted({ ...plan, steps }, { ...simulation, steps: single }).filter(
    ({ missing }) => missing.length > 0,
  )
}

function textOf(cluster: Cluster): string {
  const header = { epoch: '1', numUpdates: '0', adminEpoch: '0', haveQuorum: '1', crmFeatureSet: '3.6.1' }
  return (
    writeCib({ status: { name: 'status', attributes: [], children: [] }, ...cluster, ...header }).output ?? ''
  )
}
