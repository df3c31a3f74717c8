import type { Cluster, RawElement } from '../../src/model/index.js'
import { nodesOf } from '../../src/model/index.js'
import type { Role } from '../../src/model/roles.js'
import { attributeOf, raw } from './crm-simulate.js'

/** How a node is: up, down, or up with the service failed there for good. */
export type NodeState = 'up' | 'down' | 'failed'

/** The cluster with all its nodes online and nothing running; without a schema the scheduler reads it much faster. */
export function allOnline(cluster: Cluster): Cluster {
  const states = nodesOf(cluster).map(({ id = '', uname = '' }) =>
    raw('node_state', { id, uname, in_ccm: 'true', crmd: 'online', join: 'member', expected: 'member' }),
  )
  return { ...cluster, validateWith: 'none', haveQuorum: '1', status: raw('status', {}, states) }
}

/** The cluster as it is when some nodes are down, and resources have failed for good on some. */
export function inState(
  cluster: Cluster,
  states: Readonly<Record<string, NodeState>>,
  failing: readonly string[],
): Cluster {
  const known = cluster.status?.children ?? []
  const unseen = Object.keys(states)
    .filter((name) => !known.some((node) => attributeOf(node, 'uname') === name))
    .map((name) => raw('node_state', { id: name, uname: name }))
  const children = [...known, ...unseen].map((node): RawElement => {
    const state = states[attributeOf(node, 'uname') ?? '']
    if (state === 'down') return offline(node)
    return state === 'failed' ? withFailures(node, failing) : node
  })
  return { ...cluster, status: raw('status', {}, children) }
}

function offline(node: RawElement): RawElement {
  const { id = '', uname = '' } = Object.fromEntries(node.attributes)
  return raw('node_state', { id, uname, in_ccm: 'false', crmd: 'offline', join: 'down', expected: 'down' })
}

/** A failure count of INFINITY keeps a resource off the node, whatever its migration-threshold. */
function withFailures(node: RawElement, failing: readonly string[]): RawElement {
  const id = attributeOf(node, 'id') ?? ''
  const pairs = failing.flatMap((resource) => [
    raw('nvpair', {
      id: `status-${id}-count-${resource}`,
      name: `fail-count-${resource}#monitor_10000`,
      value: 'INFINITY',
    }),
    raw('nvpair', {
      id: `status-${id}-last-${resource}`,
      name: `last-failure-${resource}#monitor_10000`,
      value: '1',
    }),
  ])
  const isTransient = ({ name }: RawElement) => name === 'transient_attributes'
  const known = node.children
    .filter(isTransient)
    .flatMap(({ children }) => children.flatMap((set) => set.children))
  const set = raw('instance_attributes', { id: `status-${id}` }, [...known, ...pairs])
  const rest = node.children.filter((child) => !isTransient(child))
  return { ...node, children: [raw('transient_attributes', { id }, [set]), ...rest] }
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

function isActive(resource: RawElement): boolean {
  const last = lastOf(resource)
  const rc = last && attributeOf(last, 'rc-code')
  return last !== undefined && attributeOf(last, 'operation') !== 'stop' && (rc === '0' || rc === '8')
}

function isPromoted(resource: RawElement): boolean {
  const last = lastOf(resource)
  if (last === undefined) return false
  return attributeOf(last, 'operation') === 'promote' || attributeOf(last, 'rc-code') === '8'
}
