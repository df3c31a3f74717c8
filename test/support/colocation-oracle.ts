import type { RolesAsked } from '../../src/graph/guarantee/runs-only-with.js'
import type { Counterexample } from '../../src/graph/index.js'
import { type Cluster, nodesOf, primitivesOf, resourcesOf } from '../../src/model/index.js'
import { settle, textOf } from './crm-simulate.js'
import { hasHandsOff, managedCluster } from './managed-cluster.js'
import { activeOn, allOnline, inState, type NodeState } from './status.js'

/** Where a resource was active, and where the other. */
export interface Ending {
  readonly states: Readonly<Record<string, NodeState>>
  readonly rsc: readonly string[]
  readonly withRsc: readonly string[]
  /** What had failed on the nodes of that state. */
  readonly failing?: readonly string[]
}

/** What the real scheduler does in every state of the nodes. */
export interface ColocationTruth {
  /** The ends in which the first was active where the other was not. */
  readonly violations: readonly Ending[]
  /** States that the scheduler never came to rest in. */
  readonly unsettled: number
  readonly states: number
  /** States in which the first resource ran nowhere. */
  readonly stopped: number
}

/** Every combination of up, down and failed; remote and guest nodes are down with what they run on. */
function allStates(cluster: Cluster): Readonly<Record<string, NodeState>>[] {
  const members = nodesOf(cluster)
    .filter(({ type }) => type !== 'remote')
    .map(({ uname = '' }) => ({ name: uname, kinds: ['up', 'down', 'failed'] as const }))
  const hosted = hostedNodes(cluster).map((name) => ({ name, kinds: ['up', 'failed'] as const }))
  return [...members, ...hosted].reduce<Record<string, NodeState>[]>(
    (states, { name, kinds }) => states.flatMap((state) => kinds.map((kind) => ({ ...state, [name]: kind }))),
    [{}],
  )
}

/** States in which another service has failed: everywhere, on the only node that is up, on one of several. */
function failuresOfOthers(cluster: Cluster, ids: readonly string[]) {
  const nodes = nodesOf(cluster).flatMap(({ type, uname = '' }) => (type === 'remote' ? [] : [uname]))
  const only = (node: string, own: NodeState, rest: NodeState) =>
    Object.fromEntries(nodes.map((name) => [name, name === node ? own : rest]))
  const states: Record<string, NodeState>[] = [
    only('', 'up', 'failed'),
    ...nodes.map((node) => only(node, 'failed', 'down')),
    ...nodes.map((node) => only(node, 'failed', 'up')),
  ]
  return resourcesOf(cluster)
    .flatMap((resource) =>
      resource.element === 'bundle' ? [resource.id] : primitivesOf(resource).map(({ id }) => id),
    )
    .filter((id) => !ids.includes(id))
    .flatMap((id) => states.map((state) => ({ state, failing: runningIds(cluster, id) })))
}

/** The names of remote and guest nodes. */
function hostedNodes(cluster: Cluster): string[] {
  const text = textOf(cluster)
  const remote = [...text.matchAll(/<primitive id="([^"]*)"[^>]*type="remote"/g)]
  const guest = [...text.matchAll(/name="remote-node" value="([^"]*)"/g)]
  return [...remote, ...guest].map(([, name = '']) => name)
}

/** The ids under which a service runs: its own, or those of a bundle's containers. */
export function runningIds(cluster: Cluster, id: string): string[] {
  const bundle = resourcesOf(cluster).find((resource) => resource.element === 'bundle' && resource.id === id)
  if (bundle?.element !== 'bundle') return [id]
  const { element, replicas, promotedMax } = bundle.container
  return Array.from({ length: Number(replicas ?? promotedMax ?? 1) }, (_, at) => `${id}-${element}-${at}`)
}

/** The cluster with all running that can, what is unmanaged too, unless that never comes to rest. */
export async function runningCluster(cluster: Cluster): Promise<Cluster | undefined> {
  const managed = await settle(allOnline(managedCluster(cluster)))
  const running = managed ?? (await settle(allOnline(cluster)))
  return running && { ...running, configuration: cluster.configuration }
}

/**
 * Runs the real scheduler from "everything running", and from what is unmanaged and down, into each state, until it has
 * nothing left to do; with others, also into states in which another service has failed than `withRsc`.
 */
export async function colocationTruth(
  cluster: Cluster,
  rsc: string,
  withRsc: string,
  states: readonly Ending['states'][] = allStates(cluster),
  roles: RolesAsked = {},
  isWithOthers = false,
): Promise<ColocationTruth> {
  const starts = [await runningCluster(cluster)]
  if (hasHandsOff(cluster)) starts.push(await settle(allOnline(cluster)))
  const ids = runningIds(cluster, withRsc)
  const trials = [
    ...states.map((state) => ({ state, failing: ids })),
    ...(isWithOthers ? failuresOfOthers(cluster, [rsc, withRsc]) : []),
  ]
  const ends: Ending[] = []
  let unsettled = 0
  for (const start of starts) {
    for (const { state, failing } of trials) {
      const end = start && (await settle(inState(start, state, failing)))
      if (end === undefined) unsettled += 1
      else ends.push({ ...endingOf(end, state, rsc, ids, roles), failing })
    }
  }
  return {
    violations: ends.filter(isViolation),
    unsettled,
    states: ends.length + unsettled,
    stopped: ends.filter((end) => end.rsc.length === 0).length,
  }
}

/** What the real scheduler makes of a counterexample; undefined where it does not come to rest. */
export async function endOf(
  cluster: Cluster,
  rsc: string,
  withRsc: string,
  shown: Counterexample,
  roles: RolesAsked = {},
): Promise<Ending | undefined> {
  const running = await runningCluster(cluster)
  const pinned = Object.fromEntries(shown.rscFailed.map((node) => [node, 'failed' as const]))
  const everywhere = Object.fromEntries(Object.keys(shown.states).map((node) => [node, 'failed' as const]))
  const others = shown.othersFailed?.flatMap((id) => runningIds(cluster, id)) ?? []
  const before = running && inState(inState(running, everywhere, others), pinned, [shown.pinned ?? rsc])
  const state = before && inState(before, shown.states, runningIds(cluster, shown.failed))
  const end = state && (await settle(state))
  return end && endingOf(end, shown.states, rsc, runningIds(cluster, withRsc), roles)
}

/** True where the resource is active on a node without the other. */
export function isViolation({ rsc, withRsc }: Ending): boolean {
  return rsc.some((node) => !withRsc.includes(node))
}

function endingOf(
  end: Cluster,
  states: Ending['states'],
  rsc: string,
  withIds: readonly string[],
  { role, withRole }: RolesAsked,
): Ending {
  const nodesOfAll = (ids: readonly string[], inRole: RolesAsked['role']) => {
    const active = activeOn(end, inRole)
    return [...new Set(ids.flatMap((id) => [...(active.get(id) ?? [])]))].sort()
  }
  return { states, rsc: nodesOfAll([rsc], role), withRsc: nodesOfAll(withIds, withRole) }
}
