import type { Cluster, RawElement } from '../../src/model/index.js'
import type { Role } from '../../src/model/roles.js'
import { attributeOf } from '../../src/pacemaker/status/raw-element.js'
import { allOnline as online, withNodeChanges } from '../../src/pacemaker/status/synthetic-status.js'

/** How a node is: up, down, or up with the service failed there for good. */
export type NodeState = 'up' | 'down' | 'failed'

/** The cluster with all its nodes online and nothing running, without a schema: the scheduler reads it much faster so. */
export function allOnline(cluster: Cluster): Cluster {
  return { ...online(cluster), validateWith: 'none' }
}

/** The cluster as it is when some nodes are down, and resources have failed for good on some. */
export function inState(
  cluster: Cluster,
  states: Readonly<Record<string, NodeState>>,
  failing: readonly string[],
): Cluster {
  const inTheState = (wanted: NodeState) =>
    Object.entries(states).flatMap(([node, state]) => (state === wanted ? [node] : []))
  const failed = Object.fromEntries(inTheState('failed').map((node) => [node, failing]))
  return withNodeChanges(cluster, { down: inTheState('down'), failed })
}

/** The online nodes on which each resource is active, by the id that its agent knows; in that role, if one is given. */
export function activeOn(cluster: Cluster, role?: Role): Map<string, Set<string>> {
  const states = cluster.status?.children ?? []
  const members = states.filter((node) => attributeOf(node, 'crmd') === 'online')
  const connected = activeOnNodes(members, isActive)
  const isConnected = (node: RawElement) =>
    attributeOf(node, 'crmd') === undefined && connected.has(attributeOf(node, 'uname') ?? '')
  return activeOnNodes(
    [...members, ...states.filter(isConnected)],
    (resource) =>
      isActive(resource) && (role === undefined || isPromoted(resource) === (role === 'Promoted')),
  )
}

function activeOnNodes(
  nodes: readonly RawElement[],
  counts: (resource: RawElement) => boolean,
): Map<string, Set<string>> {
  const active = new Map<string, Set<string>>()
  for (const node of nodes) {
    const resources = node.children.flatMap(({ children }) => children).flatMap(({ children }) => children)
    for (const resource of resources) {
      if (resource.name !== 'lrm_resource' || !counts(resource)) continue
      const id = (attributeOf(resource, 'id') ?? '').replace(/:\d+$/, '')
      active.set(id, (active.get(id) ?? new Set()).add(attributeOf(node, 'uname') ?? ''))
    }
  }
  return active
}

function lastOf({ children }: RawElement): RawElement | undefined {
  return children.find((op) => attributeOf(op, 'id')?.endsWith('_last_0'))
}

/** True for a resource of the status that runs. */
export function isActive(resource: RawElement): boolean {
  const last = lastOf(resource)
  const rc = last && attributeOf(last, 'rc-code')
  return last !== undefined && attributeOf(last, 'operation') !== 'stop' && (rc === '0' || rc === '8')
}

function isPromoted(resource: RawElement): boolean {
  const last = lastOf(resource)
  if (last === undefined) return false
  return attributeOf(last, 'operation') === 'promote' || attributeOf(last, 'rc-code') === '8'
}
