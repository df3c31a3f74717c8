import { readCib } from '../../cib/index.js'
import { allNodes } from '../../graph/location/nodes.js'
import { resourceIndex } from '../../graph/resource/resource-index.js'
import type { Cluster, RawElement } from '../../model/index.js'
import type { ActiveResource } from '../../pacemaker/cluster-status.js'
import { type Action, type Scheduler, schedulerIn } from '../../pacemaker/scheduler.js'
import { type TimeLimit, usualLimit } from '../../pacemaker/simulate.js'
import { cibText, type StartOptions, startOf } from '../../pacemaker/start.js'
import { hasNodeStates } from '../../pacemaker/status/synthetic-status.js'
import { inWorkplace } from '../../pacemaker/tool/workplace.js'
import { applyEdits } from '../edit/apply.js'
import type { ItemEdit } from '../edit/edit.js'
import { groupBy } from '../edit/group-by.js'
import { resourceIds } from '../order/kinds.js'
import type { Plan } from '../plan.js'
import type { Effect } from './effect.js'

/** What the real scheduler does at each step. */
export interface PlanSimulation {
  /** `stuck` or `crashed` where a transition does not end; the steps before it are then listed. */
  readonly outcome: 'settled' | 'stuck' | 'crashed'
  readonly steps: readonly (readonly Effect[])[]
  /** What is active after each step. */
  readonly active: readonly (readonly ActiveResource[])[]
  /** What it does when the whole target is pushed at once. */
  readonly push: readonly Effect[]
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
    const scheduler = schedulerIn(workplace, options.limit ?? usualLimit)
    const { cluster: start, rest } = await startOf(plan.from, scheduler, {
      start: hasNodeStates(plan.from) ? 'status' : 'running',
      promotionScores: { ...promotionScoresOf(plan.to), ...promotionScoresOf(plan.from) },
      ...options,
    })
    if (rest !== undefined && rest.outcome !== 'settled')
      return { outcome: rest.outcome, steps: [], active: [], push: [] }
    const steps: (readonly Effect[])[] = []
    const active: (readonly ActiveResource[])[] = []
    let cluster = start
    for (const { edits } of plan.steps) {
      const run = await settle(applyEdits(cluster, edits), edits, scheduler)
      if (run.cluster === undefined) return { outcome: run.outcome, steps, active, push: [] }
      steps.push(run.effects)
      active.push(run.active)
      cluster = run.cluster
    }
    const all = applyEdits(
      start,
      plan.steps.flatMap(({ edits }) => edits),
    )
    return { outcome: 'settled', steps, active, push: (await settle(all, [], scheduler)).effects }
  })
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

async function settle(cluster: Cluster, edits: readonly ItemEdit[], scheduler: Scheduler) {
  const { outcome, actions, cib, status } = await scheduler.rest(cibText(cluster))
  const after = outcome === 'settled' && cib !== undefined ? readCib(cib).output : undefined
  return {
    outcome,
    effects: effectsOf(actions),
    active: status?.active ?? [],
    cluster: after && ({ ...cluster, status: withoutHistory(after.status, edits) } as Cluster),
  }
}

/** The status without the history of what was deleted, which Pacemaker deletes too. */
function withoutHistory(status: RawElement | undefined, edits: readonly ItemEdit[]): RawElement | undefined {
  const gone = new Set(edits.flatMap(({ before, after }) => (after === undefined ? resourceIds(before) : [])))
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

/** Actions of one or more transitions as what an operator sees of them. */
function effectsOf(actions: readonly Action[]): readonly Effect[] {
  const effects: Effect[] = []
  const byResource = groupBy(actions, ({ resource }) => resource ?? '')
  for (const [resource, list] of byResource) {
    const nodes = (operation: string) =>
      list.filter((action) => action.operation === operation).map(({ node }) => node)
    const [stops, starts] = [
      [...nodes('stop'), ...nodes('migrate_from')],
      [...nodes('start'), ...nodes('migrate_to')],
    ]
    for (const node of stops.filter((one) => starts.includes(one)))
      effects.push({ action: 'restart', resource, node })
    const gone = stops.filter((one) => !starts.includes(one))
    const come = starts.filter((one) => !stops.includes(one))
    for (const [at, node] of come.entries()) {
      const from = gone[at]
      effects.push(
        from === undefined ? { action: 'start', resource, node } : { action: 'move', resource, node, from },
      )
    }
    for (const node of gone.slice(come.length)) effects.push({ action: 'stop', resource, node })
    for (const action of ['promote', 'demote', 'fence'] as const) {
      for (const node of nodes(action)) effects.push({ action, resource, node })
    }
    for (const node of nodes('reload')) effects.push({ action: 'reload', resource, node })
  }
  return effects
}
