import { quote } from '../../diagnostics/quote.js'
import type { Cluster } from '../../model/index.js'
import { orderGraph } from '../order/build-order-graph.js'
import type { OrderGraph } from '../order/order-graph.js'
import type { Action, Rule, RuleCause, Step, Vertex } from '../order/vertex.js'

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
  restart: (owner) => `${quote(owner)} stops before it starts again`,
  promotion: (owner) => `${quote(owner)} is promotable`,
  member: (owner) => `it is part of ${quote(owner)}`,
  'group-order': (owner) => `${quote(owner)} is an ordered group`,
  bundle: (owner) => `it is part of ${quote(owner)}`,
  container: (owner) => `${quote(owner)} is its container`,
  node: (owner) => `it also runs on the node ${quote(owner)}`,
  probe: (owner) => `at first it is looked for on the node ${quote(owner)}`,
  guest: (owner) => `${quote(owner)} is the machine of the guest node`,
}

/** A resource, or a part of a bundle: `"vip"`, `"haproxy-bundle" (container)`. */
function nameOf({ resource, part }: Vertex): string {
  return part === undefined ? quote(resource) : `${quote(resource)} (${part})`
}

/** A rule of Pacemaker's in words: `"g" is an ordered group`. */
function ruleInWords({ rule, owner }: RuleCause): string {
  return rules[rule](owner)
}

/** A step with the id of its order, or with the rule: `"b" starts only after "a" has started (order-a-b)`. */
export function stepInWords(cluster: Cluster, { from, to, cause }: Step): string {
  const reason = 'id' in cause ? cause.id : ruleInWords(cause)
  return `${nameOf(to)} ${begins[to.action]} only after ${nameOf(from)} ${state(orderGraph(cluster), from)} (${reason})`
}

/** More steps than this are not listed in a message. */
export const stepsInMessage = 12

/** The steps in words; of a long chain the first, and how many follow. */
export function stepsInWords(cluster: Cluster, steps: readonly Step[]): string[] {
  const shown = steps.slice(0, stepsInMessage).map((step) => stepInWords(cluster, step))
  const rest = steps.length - shown.length
  return rest === 0 ? shown : [...shown, `and ${rest} more steps`]
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
