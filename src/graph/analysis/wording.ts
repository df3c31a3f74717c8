import type { Cluster } from '../../model/index.js'
import { orderGraph } from '../order/build.js'
import type { OrderGraph } from '../order/order-graph.js'
import type { Action, Cause, Rule, Step, Vertex } from '../order/vertex.js'

const begins: Readonly<Record<Action, string>> = {
  start: 'starts',
  running: 'counts as started',
  promote: 'is promoted',
  promoted: 'counts as promoted',
  stop: 'stops',
  stopped: 'counts as stopped',
  demote: 'is demoted',
  demoted: 'counts as demoted',
  'one-or-more': 'has enough members',
  join: 'is joined',
}

const done: Readonly<Record<Action, string>> = {
  start: 'has started',
  running: 'has started',
  promote: 'has been promoted',
  promoted: 'has been promoted',
  stop: 'has stopped',
  stopped: 'has stopped',
  demote: 'has been demoted',
  demoted: 'has been demoted',
  'one-or-more': 'has enough members',
  join: 'is joined',
}

const opening: Partial<Readonly<Record<Action, string>>> = {
  start: 'begins to start',
  promote: 'begins to be promoted',
  stop: 'begins to stop',
  demote: 'begins to be demoted',
}

const rules: Readonly<Record<Rule, (owner: string) => string>> = {
  restart: (owner) => `${owner} goes down before it comes up again`,
  promotion: (owner) => `the roles of ${owner}`,
  member: (owner) => `it is part of ${owner}`,
  'group-order': (owner) => `${owner} is an ordered group`,
  bundle: (owner) => `it is part of ${owner}`,
  container: (owner) => `${owner} is its container`,
  node: (owner) => `it runs on the node ${owner}, too`,
  guest: (owner) => `${owner} is the machine of the guest node`,
}

/** A resource, or a part of a bundle: `vip`, `haproxy-bundle (container)`. */
export function nameOf({ resource, part }: Vertex): string {
  return part === undefined ? resource : `${resource} (${part})`
}

/** The reason of a step: the id of the order, or Pacemaker's rule in words. */
export function reasonOf(cause: Cause): string {
  return 'id' in cause ? cause.id : rules[cause.rule](cause.owner)
}

/** `B starts after A has started (order-A-B)`. */
export function stepInWords(cluster: Cluster, { from, to, cause }: Step): string {
  const reason = 'id' in cause ? `because of ${cause.id}` : `because ${reasonOf(cause)}`
  return `${nameOf(to)} ${begins[to.action]} only after ${nameOf(from)} ${state(orderGraph(cluster), from)} ${reason}`
}

/** A collective that has more to do only begins; all else is done when its action ends. */
function state(graph: OrderGraph, vertex: Vertex): string {
  const { resource, part, action } = vertex
  const isBeginning = action in opening && isCollective(graph, resource, part)
  return (isBeginning ? opening[action] : undefined) ?? done[action]
}

function isCollective(graph: OrderGraph, resource: string, part: Vertex['part']): boolean {
  return graph.vertex(resource, 'running', part) !== undefined
}
