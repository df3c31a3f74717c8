import type { Counterexample } from '../../src/graph/index.js'
import { type Cluster, nodesOf, resourcesOf } from '../../src/model/index.js'
import { settle } from './crm-simulate.js'
import { managedCluster } from './managed-cluster.js'
import { activeOn, allOnline, inState, type NodeState } from './status.js'

/** Where a resource was active, and where the other. */
export interface Ending {
  readonly states: Readonly<Record<string, NodeState>>
  readonly rsc: readonly string[]
  readonly withRsc: readonly string[]
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

/** Every combination of up, down and failed. */
function allStates(cluster: Cluster): Readonly<Record<string, NodeState>>[] {
  const kinds: readonly NodeState[] = ['up', 'down', 'failed']
  const names = nodesOf(cluster).map(({ uname = '' }) => uname)
  return names.reduce<Record<string, NodeState>[]>(
    (states, name) => states.flatMap((state) => kinds.map((kind) => ({ ...state, [name]: kind }))),
    [{}],
  )
}

/** The ids under which a service runs: its own, or those of a bundle's containers. */
function runningIds(cluster: Cluster, id: string): string[] {
  const bundle = resourcesOf(cluster).find((resource) => resource.element === 'bundle' && resource.id === id)
  if (bundle?.element !== 'bundle') return [id]
  const { element, replicas, promotedMax } = bundle.container
  return Array.from({ length: Number(replicas ?? promotedMax ?? 1) }, (_, at) => `${id}-${element}-${at}`)
}

/** The cluster with all running that can, what is unmanaged too. */
async function runningCluster(cluster: Cluster): Promise<Cluster | undefined> {
  const running = await settle(allOnline(managedCluster(cluster)))
  return running && { ...running, configuration: cluster.configuration }
}

/** Runs the real scheduler from "everything running" into each state, until it has nothing left to do. */
export async function colocationTruth(
  cluster: Cluster,
  rsc: string,
  withRsc: string,
  states = allStates(cluster),
): Promise<ColocationTruth> {
  const running = await runningCluster(cluster)
  const ids = runningIds(cluster, withRsc)
  const ends: Ending[] = []
  for (const state of states) {
    const end = running && (await settle(inState(running, state, ids)))
    if (end !== undefined) ends.push(endingOf(end, state, rsc, ids))
  }
  return {
    violations: ends.filter(isViolation),
    unsettled: states.length - ends.length,
    states: states.length,
    stopped: ends.filter((end) => end.rsc.length === 0).length,
  }
}

/** What the real scheduler makes of a counterexample; undefined where it does not come to rest. */
export async function endOf(
  cluster: Cluster,
  rsc: string,
  withRsc: string,
  shown: Counterexample,
): Promise<Ending | undefined> {
  const running = await runningCluster(cluster)
  const pinned = Object.fromEntries(shown.rscFailed.map((node) => [node, 'failed' as const]))
  const state =
    running && inState(inState(running, pinned, [rsc]), shown.states, runningIds(cluster, shown.failed))
  const end = state && (await settle(state))
  return end && endingOf(end, shown.states, rsc, runningIds(cluster, withRsc))
}

/** True where the resource is active on a node without the other. */
export function isViolation({ rsc, withRsc }: Ending): boolean {
  return rsc.some((node) => !withRsc.includes(node))
}

function endingOf(end: Cluster, states: Ending['states'], rsc: string, withIds: readonly string[]): Ending {
  const active = activeOn(end)
  const nodesOfAll = (ids: readonly string[]) =>
    [...new Set(ids.flatMap((id) => [...(active.get(id) ?? [])]))].sort()
  return { states, rsc: nodesOfAll([rsc]), withRsc: nodesOfAll(withIds) }
}
