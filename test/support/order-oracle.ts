import {
  type Cluster,
  isPromotable,
  type MetaAttributes,
  primitivesOf,
  type Resource,
  resourcesOf,
} from '../../src/model/index.js'
import { type Simulation, settle, simulate, textOf } from './crm-simulate.js'
import { changed, mapPrimitives, pairs, plainCluster, withoutOrders } from './plain-cluster.js'

/** What the real scheduler does with the orders of a cluster. */
export interface OrderTruth {
  /** `unknown` where the transitions do not start and stop every primitive. */
  readonly verdict: 'cycle' | 'none' | 'unknown'
  readonly scenes: Readonly<Record<string, Outcome>>
}

type Outcome = 'cycle' | 'crash' | 'stuck' | 'ok' | 'other'

/**
 * Runs the transitions in which orders can deadlock: everything starts, everything stops, everything restarts,
 * everything is demoted. A transition is cyclic where the scheduler gives up on it and its graph has a cycle, or
 * where the scheduler aborts on an action ordered against itself. Where resources may run counts only if it is to stay.
 */
export async function orderTruth(cluster: Cluster, keepsPlacement = false): Promise<OrderTruth> {
  const ordered = plainCluster(cluster, keepsPlacement)
  const running = await settle(withoutOrders(ordered))
  const { status } = running ?? {}
  const scenes: Record<string, Simulation> = { start: await simulate(textOf(ordered)) }
  if (status !== undefined) {
    const up = { ...ordered, status }
    const resources = resourcesOf(up)
    scenes.stop = await simulate(textOf(withProperty(up, 'stop-all-resources', 'true')))
    scenes.restart = await simulate(textOf(changed(up, { resources: resources.map(withNewParameter) })))
    if (resources.some(isPromotable)) {
      const demoted = resources.map((item) => (isPromotable(item) ? withRole(item, 'Slave') : item))
      scenes.demote = await simulate(textOf(changed(up, { resources: demoted })))
    }
  }
  const outcomes = Object.fromEntries(Object.entries(scenes).map(([name, scene]) => [name, outcomeOf(scene)]))
  return { verdict: verdictOf(outcomes, scenes, ordered), scenes: outcomes }
}

function outcomeOf({ crashed, terminated, hasCycle, hasDangling, exitCode }: Simulation): Outcome {
  if (crashed) return 'crash'
  if (terminated) return hasCycle ? 'cycle' : hasDangling ? 'stuck' : 'other'
  return exitCode === 0 && !hasCycle ? 'ok' : 'other'
}

function verdictOf(
  outcomes: Readonly<Record<string, Outcome>>,
  scenes: Readonly<Record<string, Simulation>>,
  cluster: Cluster,
): OrderTruth['verdict'] {
  const all = Object.values(outcomes)
  if (all.includes('cycle') || all.includes('crash')) return 'cycle'
  if (all.includes('other') || scenes.stop === undefined) return 'unknown'
  const did = (action: string, names: readonly string[]) => (id: string) =>
    names.some((name) => scenes[name]?.keys.some((key) => isKey(key, id, action)))
  const ids = resourcesOf(cluster)
    .flatMap(primitivesOf)
    .map(({ id }) => id)
  const isSeen = ids.every(did('start', ['start', 'restart'])) && ids.every(did('stop', ['stop', 'restart']))
  return isSeen ? 'none' : 'unknown'
}

/** `vip_start_0`, or `vip:1_start_0` for an instance. */
function isKey(key: string, id: string, action: string): boolean {
  return key.startsWith(id) && /^(:\d+)?_/.test(key.slice(id.length)) && key.endsWith(`_${action}_0`)
}

function withProperty(cluster: Cluster, name: string, value: string): Cluster {
  const { configuration } = cluster
  const sets = configuration.crmConfig?.items ?? []
  const items = sets.map((set) => ({
    ...set,
    nvpairs: [...set.nvpairs, ...pairs('plain', { [name]: value })],
  }))
  return { ...cluster, configuration: { ...configuration, crmConfig: { element: 'crm_config', items } } }
}

function withRole<R extends Resource>(resource: R, role: string): R {
  const set: MetaAttributes = {
    element: 'meta_attributes',
    id: `${resource.id}-plain-role`,
    nvpairs: pairs(`${resource.id}-plain-role`, { 'target-role': role }),
  }
  return { ...resource, metaAttributes: [set, ...resource.metaAttributes] }
}

function withNewParameter(resource: Resource): Resource {
  return mapPrimitives(resource, (primitive) => {
    const id = `${primitive.id}-plain-parameter`
    const set = { element: 'instance_attributes', id, nvpairs: pairs(id, { plain: '1' }) } as const
    return { ...primitive, instanceAttributes: [...primitive.instanceAttributes, set] }
  })
}
