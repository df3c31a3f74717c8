import { INFINITY_SCORE, nodesOf } from '../model/index.js'
import { type Closure, closureOf, type Feasible, feasibility, type Situation } from './feasible.js'
import { isCopied } from './link-flaws.js'
import { propertyOf } from './managed.js'
import { placedWith, withHolders } from './members.js'
import type { Placement } from './placement.js'
import { type Entry, topOf } from './resource-index.js'

/** How a node is: up, down, or up with the awaited resource failed there for good. */
export type NodeState = 'up' | 'down' | 'failed'

/** A state of the cluster, come to rest, in which a resource runs where the other does not. */
export interface Counterexample {
  readonly states: Readonly<Record<string, NodeState>>
  /** The service that has failed on the nodes that are `failed`. */
  readonly failed: string
  /** The node where the resource runs; where there are several, one of them, and it makes no difference which. */
  readonly rsc: readonly string[]
  /** The nodes where the other runs. */
  readonly withRsc: readonly string[]
}

type States = Counterexample['states']

/** A state in which one service surely runs without the other; undefined where none is sure. */
export function counterexampleOf(
  rsc: Entry,
  withRsc: Entry,
  placement: Placement,
): Counterexample | undefined {
  const closure = closureOf([rsc, withRsc], placement)
  for (const states of candidates(placement)) {
    const found = tryStates(rsc, withRsc, states, closure, placement)
    if (found !== undefined) return found
  }
  return undefined
}

function tryStates(
  rsc: Entry,
  withRsc: Entry,
  states: States,
  closure: Closure,
  placement: Placement,
): Counterexample | undefined {
  const up = placement.locations.nodes.filter((node) => states[node] !== 'down')
  const hasFailed: Situation['hasFailed'] = (entry, node) => states[node] === 'failed' && entry === withRsc
  const feasible = feasibility(closure, placement, { up, hasFailed })
  const nodes = up.filter((node) => feasible(rsc, node) === 'yes')
  if (nodes.length === 0 || up.some((node) => feasible(rsc, node) === 'unclear')) return undefined
  const isDown = (node: string) => hasFailed(withRsc, node) || isKeptOff(withRsc, node, closure, placement)
  if (!nodes.every(isDown)) return undefined
  if (up.length > 1 && !isFree(rsc, nodes, up, feasible, closure, placement)) return undefined
  const others = whereRunning(withRsc, up, feasible)
  return others && { states, failed: withRsc.id, rsc: nodes, withRsc: others }
}

/** True where an operator's order keeps the service off the node, whatever else happens. */
function isKeptOff(end: Entry, node: string, closure: Closure, { locations }: Placement): boolean {
  const isBanned = withHolders(end).some(
    (holder) => (locations.scoreOn(holder, node) ?? 0) <= -INFINITY_SCORE,
  )
  return isBanned || closure.get(end)?.isDisabled === true
}

/** True where all that must be on the resource's node can be on each of its nodes, and nowhere else. */
function isFree(
  start: Entry,
  nodes: readonly string[],
  up: readonly string[],
  feasible: Feasible,
  closure: Closure,
  { index }: Placement,
): boolean {
  const together = new Set([start])
  for (const entry of together) {
    for (const need of closure.get(entry)?.here ?? []) {
      for (const service of placedWith(need, index)) together.add(service)
    }
  }
  return [...together].every((entry) =>
    up.every((node) => (feasible(entry, node) === 'yes') === nodes.includes(node)),
  )
}

/** The nodes where the service runs; undefined where that is not sure. */
function whereRunning(service: Entry, up: readonly string[], feasible: Feasible): string[] | undefined {
  const nodes = up.filter((node) => feasible(service, node) !== 'no')
  const isSure = nodes.every((node) => feasible(service, node) === 'yes')
  return isSure && (isCopied(topOf(service)) || nodes.length < 2) ? nodes : undefined
}

/** States worth trying, the plainest first; where quorum counts, only those that keep it. */
function candidates({ cluster, locations }: Placement): States[] {
  const { nodes } = locations
  const all = nodesOf(cluster).length
  const needsQuorum = propertyOf(cluster, 'no-quorum-policy') !== 'ignore' && all > 2
  const only = (node: string, state: NodeState, others: NodeState): States =>
    Object.fromEntries(nodes.map((name) => [name, name === node ? state : others]))
  const backwards = [...nodes].reverse()
  const states = [
    ...backwards.map((node) => only(node, 'failed', 'down')),
    only('', 'up', 'failed'),
    ...backwards.map((node) => only(node, 'failed', 'up')),
    ...backwards.flatMap((node) =>
      nodes
        .filter((other) => other !== node)
        .map((other) => ({ ...only(node, 'failed', 'down'), [other]: 'up' as const })),
    ),
    ...backwards.map((node) => only(node, 'up', 'down')),
  ]
  return needsQuorum
    ? states.filter((state) => 2 * Object.values(state).filter((is) => is !== 'down').length > all)
    : states
}
