import { expect, test } from 'vitest'
import { check } from '../../src/check/check.js'
import { hasErrors } from '../../src/diagnostics/diagnostic.js'
import type { Cluster } from '../../src/model/index.js'
import { allOnline } from '../../src/pacemaker/status/synthetic-status.js'
import { afterStep } from '../../src/plan/edit/apply.js'
import { improvePlan } from '../../src/plan/effect/improve.js'
import { type Plan, type PlanStep, plan } from '../../src/plan/plan.js'
import { textOf } from '../support/crm-simulate.js'
import { scheduledActions } from '../support/plan-actions.js'
import { planFixtures } from '../support/plan-fixtures.js'
import { planPair, promotionScores } from '../support/plan-pairs.js'
import { seed } from '../support/properties.js'
import { describeWith } from '../support/tools.js'

const mostSteps = 6
const runs = Number(process.env.FUZZ ?? 40)

describeWith(['crm_simulate'], 'no other order of the same steps stops less', () => {
  test.each(planFixtures)('$name', async ({ from, to }) => {
    expect(await betterOrder(from, to)).toBeUndefined()
  })

  test('random pairs of clusters', async () => {
    for (let pair = 0; pair < runs; pair++) {
      const [from, to] = planPair(seed * 2000 + pair)
      expect(await betterOrder(from, to), `pair ${pair}`).toBeUndefined()
    }
  })
})

/** Steps of a plan in an order in which the real scheduler stops less; undefined where there is none, or too many steps. */
async function betterOrder(from: Cluster, to: Cluster): Promise<object | undefined> {
  const made = plan(from, to).output as Plan
  const { plan: improved, simulation } = await improvePlan(made, { promotionScores })
  const { steps } = improved
  if (simulation.outcome !== 'settled' || steps.length < 2 || steps.length > mostSteps) return undefined
  const started = await scheduledActions(textOf(allOnline(from, { promotionScores })))
  const own = await stopsOf(steps, from, started.status)
  const best = await fewestStops(steps, from, started.status, new Map(), own)
  return best === undefined ? undefined : { own, best: best.stops, titles: best.titles }
}

/** How often something stops in this order. */
async function stopsOf(steps: readonly PlanStep[], start: Cluster, begun: string): Promise<number> {
  let [cluster, status, stops] = [start, begun, 0]
  for (const step of steps) {
    cluster = afterStep(cluster, step)
    const done = await scheduledActions(withEmptyStatus(cluster), status)
    ;[status, stops] = [done.status, stops + countOf(done.actions)]
  }
  return stops
}

/** The best order of the steps with fewer stops than that number; what comes after a state is computed once. */
async function fewestStops(
  steps: readonly PlanStep[],
  cluster: Cluster,
  status: string,
  known: Map<string, Promise<Order | undefined>>,
  limit: number,
): Promise<Order | undefined> {
  if (steps.length === 0) return limit > 0 ? { stops: 0, titles: [] } : undefined
  let best: Order | undefined
  for (const step of steps) {
    const next = afterStep(cluster, step)
    const rest = steps.filter((one) => one !== step)
    if (rest.length > 0 && hasErrors(check(next))) continue
    const done = await scheduledActions(withEmptyStatus(next), status)
    const stops = countOf(done.actions)
    if (stops >= (best?.stops ?? limit)) continue
    const key = JSON.stringify([
      rest.map(({ title }) => title),
      textOf({ ...next, status: undefined } as never),
      done.status,
    ])
    const left = (best?.stops ?? limit) - stops
    const after = known.get(`${left} ${key}`) ?? fewestStops(rest, next, done.status, known, left)
    known.set(`${left} ${key}`, after)
    const found = await after
    if (found !== undefined) best = { stops: stops + found.stops, titles: [step.title, ...found.titles] }
  }
  return best
}

interface Order {
  readonly stops: number
  readonly titles: readonly string[]
}

function countOf(actions: readonly string[]): number {
  return actions.filter((action) => action.startsWith('stop ')).length
}

function withEmptyStatus(cluster: Cluster): string {
  return textOf({ ...cluster, status: { name: 'status', attributes: [], children: [] } })
}
