import { type Cluster, nodesOf, primitivesOf, resourcesOf } from '../../src/model/index.js'
import { settle } from './crm-simulate.js'
import { activeOn, allOnline, inState, type NodeState } from './status.js'

/** The nodes on which each resource is active, by the id that its agent knows. */
export type Active = ReadonlyMap<string, ReadonlySet<string>>

/** The ids under which the agents of a resource run: its primitives, or the containers of a bundle. */
export function agentsOf(cluster: Cluster, id: string): string[] {
  for (const resource of resourcesOf(cluster)) {
    const primitives = primitivesOf(resource)
    if (resource.element === 'group' && resource.members.some((member) => member.id === id)) return [id]
    const isInner = 'resource' in resource && resource.resource.id === id
    if (resource.id !== id && !isInner && !primitives.some((primitive) => primitive.id === id)) continue
    if (resource.element !== 'bundle')
      return resource.id === id || isInner ? primitives.map((p) => p.id) : [id]
    const { element, replicas } = resource.container
    return Array.from({ length: Number(replicas ?? 1) }, (_, at) => `${id}-${element}-${at}`)
  }
  return []
}

/** Where everything runs when all nodes are up; undefined where the scheduler does not come to rest. */
export async function usually(cluster: Cluster): Promise<{ end: Cluster; active: Active } | undefined> {
  const end = await settle(allOnline(cluster))
  return end && { end, active: activeOn(end) }
}

/** Where everything runs once a resource has failed for good on some nodes. */
export async function afterFailure(
  running: Cluster,
  failing: readonly string[],
  on: readonly string[],
): Promise<Active | undefined> {
  const states = Object.fromEntries(nodesOf(running).map(({ uname = '' }) => [uname, stateOf(uname, on)]))
  const end = await settle(inState(running, states, failing))
  return end && activeOn(end)
}

function stateOf(node: string, on: readonly string[]): NodeState {
  return on.includes(node) ? 'failed' : 'up'
}

/** Where everything runs in each combination of nodes that are up. */
export async function inEveryState(cluster: Cluster): Promise<readonly Active[]> {
  const names = nodesOf(cluster).map(({ uname = '' }) => uname)
  const online = allOnline(cluster)
  const found: Active[] = []
  for (let up = 1; up < 2 ** names.length; up++) {
    const states = Object.fromEntries(
      names.map((name, at) => [name, (up >> at) % 2 === 1 ? ('up' as const) : ('down' as const)]),
    )
    const end = await settle(inState(online, states, []))
    if (end !== undefined) found.push(activeOn(end))
  }
  return found
}
