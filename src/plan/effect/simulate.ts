import { readCib } from '../../cib/index.js'
import { allNodes } from '../../graph/location/nodes.js'
import { resourceIndex } from '../../graph/resource/resource-index.js'
import {
  type CibElement,
  type Cluster,
  primitivesOf,
  type RawElement,
  type Resource,
} from '../../model/index.js'
import type { ActiveResource } from '../../pacemaker/cluster-status.js'
import { type Scheduler, schedulerIn } from '../../pacemaker/scheduler.js'
import { type TimeLimit, usualLimit } from '../../pacemaker/simulate.js'
import { cibText, type StartOptions, startOf } from '../../pacemaker/start.js'
import { hasNodeStates } from '../../pacemaker/status/synthetic-status.js'
import { inWorkplace, type Workplace } from '../../pacemaker/tool/workplace.js'
import { afterStep, applyEdits } from '../edit/apply.js'
import type { ItemEdit } from '../edit/edit.js'
import { ItemOrder } from '../edit/restore-order.js'
import { resourceIds } from '../order/kinds.js'
import type { Plan, PlanStep } from '../plan.js'
import { actionEffects } from './action-effects.js'
import type { Effect } from './effect.js'
import { withoutRecurring } from './recurring-history.js'
import type { AgentsByName } from './reloads.js'
import { type PrimitivePair, withRestartDigests } from './restart-digests.js'

/** What the real scheduler does at each step. */
export interface PlanSimulation {
  /** `stuck` or `crashed` where a transition does not end; the steps before it are then listed. */
  readonly outcome: 'settled' | 'stuck' | 'crashed'
  readonly steps: readonly (readonly Effect[])[]
  /** What is active after each step. */
  readonly active: readonly (readonly ActiveResource[])[]
  /** What it does when the whole target is pushed at once; absent where that never comes to rest. */
  readonly push?: readonly Effect[]
}

export type PlanSimulationOptions = StartOptions & TimeLimit

/**
 * What Pacemaker's scheduler does at each step of a plan. Without a status in the CIB, all that can run is assumed to run.
 * Rejects with `PacemakerError` where crm_simulate is not installed.
 *
 * @example
 * ```ts
 * const properties = { 'stonith-enabled': false }
 * const [db, web] = [systemd('db'), systemd('web')]
 * const result = plan(cluster({ properties, resources: [db, web] }), cluster({ properties, resources: [db] }))
 * const { steps } = await simulatePlan((result as { output: Plan }).output)
 * ```
 */
export async function simulatePlan(plan: Plan, options: PlanSimulationOptions = {}): Promise<PlanSimulation> {
  return inWorkplace(async (workplace) => {
    const start = await startOfPlan(plan, workplace, options)
    return start.cluster === undefined ? { ...nothing, outcome: start.outcome } : simulationFrom(start, plan)
  })
}

/** Where the steps of a plan start, and the scheduler that runs them. */
export interface PlanStart {
  readonly outcome: PlanSimulation['outcome']
  /** Absent where it gets to no end. */
  readonly cluster?: Cluster
  readonly scheduler: Scheduler
  readonly agents: AgentsByName
}

const nothing = { steps: [], active: [] }

/** The cluster before the first step. */
export async function startOfPlan(
  plan: Plan,
  workplace: Workplace,
  options: PlanSimulationOptions,
): Promise<PlanStart> {
  const scheduler = schedulerIn(workplace, options.limit ?? usualLimit)
  const { cluster, rest } = await startOf(plan.from, scheduler, {
    start: hasNodeStates(plan.from) ? 'status' : 'running',
    promotionScores: { ...promotionScoresOf(plan.to), ...promotionScoresOf(plan.from) },
    ...options,
  })
  const outcome = rest?.outcome ?? 'settled'
  const { agents } = plan
  return { outcome, scheduler, agents, ...(outcome === 'settled' ? { cluster } : {}) }
}

/** All steps one after the other, and all at once. */
export async function simulationFrom(start: PlanStart, plan: Plan): Promise<PlanSimulation> {
  const { cluster, scheduler, agents } = start
  if (cluster === undefined) return { ...nothing, outcome: 'stuck' }
  const reached = await runSteps(cluster, plan.steps, start)
  const steps = reached.map(({ effects }) => effects)
  const active = reached.map((one) => one.active)
  const outcome = reached.at(-1)?.outcome ?? 'settled'
  if (outcome !== 'settled') return { outcome, steps: steps.slice(0, -1), active: active.slice(0, -1) }
  const edits = plan.steps.flatMap((step) => step.edits)
  const moves = new ItemOrder(applyEdits(cluster, edits)).movesTo(plan.to)
  const push = await settle(changedBy({ edits, moves }, cluster, agents), [], scheduler)
  return { outcome, steps, active, ...(push.outcome === 'settled' && { push: push.effects }) }
}

/** What became of a step. */
export interface Reached {
  readonly outcome: PlanSimulation['outcome']
  readonly effects: readonly Effect[]
  readonly active: readonly ActiveResource[]
  /** Absent where it gets to no end. */
  readonly cluster: Cluster | undefined
}

/** One step after the other, up to one that gets to no end. */
export async function runSteps(
  start: Cluster,
  steps: readonly Pick<PlanStep, 'edits' | 'moves'>[],
  { scheduler, agents }: Pick<PlanStart, 'scheduler' | 'agents'>,
): Promise<readonly Reached[]> {
  const all: Reached[] = []
  let cluster: Cluster | undefined = start
  for (const step of steps) {
    if (cluster === undefined) break
    const isNothing = step.edits.length + step.moves.length === 0
    const last = all.at(-1)
    const reached: Reached =
      isNothing && last !== undefined
        ? { ...last, effects: [] }
        : await settle(changedBy(step, cluster, agents), step.edits, scheduler)
    all.push(reached)
    cluster = reached.cluster
  }
  return all
}

/** Scores as agents set them, so that what can be promoted is. */
function promotionScoresOf(cluster: Cluster): NonNullable<StartOptions['promotionScores']> {
  const index = resourceIndex(cluster)
  const nodes = allNodes(index).map(({ name }, at) => [name, 100 - at] as const)
  const promotable = [...index.entries].filter(
    (entry) => entry.promotable && entry.resource?.element === 'primitive',
  )
  return Object.fromEntries(promotable.map(({ id }) => [id, Object.fromEntries(nodes)]))
}

/** The cluster after a step, with a history from which the scheduler sees what can be reloaded. */
function changedBy(
  { edits, moves }: Pick<PlanStep, 'edits' | 'moves'>,
  cluster: Cluster,
  agents: AgentsByName,
): Cluster {
  const primitives = (item: CibElement | undefined) =>
    new Map(item === undefined ? [] : primitivesOf(item as Resource).map((one) => [one.id, one] as const))
  const changes = new Map<string, PrimitivePair>()
  for (const { section, before, after } of edits) {
    if (section.name !== 'resources') continue
    const old = primitives(before)
    for (const [id, now] of primitives(after)) {
      const was = old.get(id)
      if (was !== undefined) changes.set(id, [was, now])
    }
  }
  const status = cluster.status && withoutRecurring(withRestartDigests(cluster.status, changes, agents))
  return afterStep({ ...cluster, ...(status && { status }) }, { edits, moves })
}

async function settle(cluster: Cluster, edits: readonly ItemEdit[], scheduler: Scheduler): Promise<Reached> {
  const { outcome, actions, cib, status } = await scheduler.rest(cibText(cluster))
  const after = outcome === 'settled' && cib !== undefined ? readCib(cib).output : undefined
  return {
    outcome,
    effects: actionEffects(actions),
    active: status?.active ?? [],
    cluster: after && ({ ...cluster, status: withoutHistory(after.status, edits) } as Cluster),
  }
}

/** The status without the history of what was deleted, which Pacemaker deletes too. */
function withoutHistory(status: RawElement | undefined, edits: readonly ItemEdit[]): RawElement | undefined {
  const gone = new Set(edits.flatMap(({ before }) => resourceIds(before)))
  for (const id of edits.flatMap(({ after }) => resourceIds(after))) gone.delete(id)
  if (gone.size === 0) return status
  const isGone = ({ name, attributes }: RawElement) =>
    name === 'lrm_resource' &&
    attributes.some(([key, value]) => key === 'id' && gone.has(value.replace(/:\d+$/, '')))
  const without = (element: RawElement): RawElement => ({
    ...element,
    children: element.children.filter((child) => !isGone(child)).map(without),
  })
  return status && without(status)
}
