import { inWorkplace } from '../../pacemaker/tool/workplace.js'
import { withHandOvers } from '../order/hand-over.js'
import type { Plan, PlanStep } from '../plan.js'
import { stopsIn } from './effect.js'
import { mergeSteps } from './merge-steps.js'
import {
  type PlanSimulation,
  type PlanSimulationOptions,
  type PlanStart,
  type Reached,
  runSteps,
  simulationFrom,
  startOfPlan,
} from './simulate.js'

/** A plan, and what the real scheduler does at each of its steps. */
export interface SimulatedPlan {
  readonly plan: Plan
  readonly simulation: PlanSimulation
}

/**
 * The plan with what `simulatePlan` finds. Where its steps stop and restart more than one push of the target would,
 * neighbouring steps become one, as few as that takes. Rejects with `PacemakerError` where crm_simulate is not installed.
 *
 * @example
 * ```ts
 * const properties = { 'stonith-enabled': false }
 * const [db, web] = [systemd('db'), systemd('web')]
 * const result = plan(cluster({ properties, resources: [db, web] }), cluster({ properties, resources: [db] }))
 * const { simulation } = await improvePlan((result as { output: Plan }).output)
 * ```
 */
export async function improvePlan(plan: Plan, options: PlanSimulationOptions = {}): Promise<SimulatedPlan> {
  return inWorkplace(async (workplace) => {
    const start = await startOfPlan(plan, workplace, options)
    let best = { plan, simulation: await simulationFrom(start, plan) }
    const { outcome, push } = best.simulation
    if (start.cluster === undefined || outcome !== 'settled') return best
    let steps: readonly PlanStep[] = plan.steps.filter(({ handOver }) => handOver === undefined)
    while (push !== undefined && stopsIn(best.simulation.steps.flat()) > stopsIn(push) && steps.length > 1) {
      steps = await bestMerge(steps, start.cluster, start)
      const merged = { ...plan, steps: withHandOvers(steps, plan.from, plan.to) }
      best = { plan: merged, simulation: await simulationFrom(start, merged) }
    }
    return best
  })
}

/** The steps with those two neighbours as one that makes the most of a difference. */
async function bestMerge(
  steps: readonly PlanStep[],
  cluster: NonNullable<PlanStart['cluster']>,
  start: PlanStart,
): Promise<readonly PlanStep[]> {
  const reached = await runSteps(cluster, steps, start)
  const candidates = steps.slice(1).map((_, at) => at)
  const stopping = candidates.filter((at) => stopsOf(reached.slice(at, at + 2)) > 0)
  let [best, fewest] = [[mergeSteps(...pair(steps, 0)), ...steps.slice(2)], Number.POSITIVE_INFINITY]
  for (const at of stopping.length === 0 ? candidates : stopping) {
    const rest = [mergeSteps(...pair(steps, at)), ...steps.slice(at + 2)]
    const from = at === 0 ? cluster : reached[at - 1]?.cluster
    const after = from === undefined ? [] : await runSteps(from, rest, start)
    const stops = stopsOf(reached.slice(0, at)) + stopsOf(after)
    const isWhole = after.at(-1)?.outcome === 'settled' && after.length === rest.length
    if (isWhole && stops < fewest) [best, fewest] = [[...steps.slice(0, at), ...rest], stops]
  }
  return best
}

function pair(steps: readonly PlanStep[], at: number): readonly [PlanStep, PlanStep] {
  return [steps[at] as PlanStep, steps[at + 1] as PlanStep]
}

function stopsOf(reached: readonly Reached[]): number {
  return stopsIn(reached.flatMap(({ effects }) => effects))
}
