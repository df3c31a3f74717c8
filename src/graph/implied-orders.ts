import type { RscOrder } from '../model/index.js'
import type { OrderGraph } from './order-graph.js'
import { shortestPath } from './shortest-path.js'
import { topological } from './topological.js'
import { type Cause, type ConstraintCause, phaseOf, type Step, type Vertex } from './vertex.js'

/** An order between two resources that says nothing which others do not say already. */
export interface ImpliedOrder {
  readonly constraint: RscOrder
  /** What says it without this order: a single step where another order is the same. */
  readonly by: readonly Step[]
}

/** An order is looked into only where the way around it takes at most this many steps. */
const longestDetour = 64

/**
 * The orders between two resources that others imply: the transitive reduction of the orders is the rest. One is
 * implied by steps that bind at least as hard; of two that are the same, the later is.
 */
export function impliedOrders(graph: OrderGraph): ImpliedOrder[] {
  const sorted = topological(graph)
  const rank = new Map(sorted.map((vertex, at) => [vertex, at]))
  const implied = new Map<RscOrder, readonly Step[]>()
  for (const from of sorted) {
    for (const to of graph.successors(from)) {
      const causes = graph.causes(from, to)
      for (const [at, cause] of causes.entries()) {
        if (!isPlain(cause) || phaseOf(to) !== 'up') continue
        const by =
          sameStep(from, to, causes.slice(0, at), cause) ?? detour(graph, from, to, cause, rank, implied)
        if (by !== undefined) implied.set(cause.constraint, by)
      }
    }
  }
  return [...implied].map(([constraint, by]) => ({ constraint, by }))
}

function isPlain(cause: Cause): cause is ConstraintCause {
  return 'id' in cause && !cause.inverse && cause.constraint.resourceSets.length === 0
}

function sameStep(
  from: Vertex,
  to: Vertex,
  others: readonly Cause[],
  order: ConstraintCause,
): Step[] | undefined {
  const cause = others.find((other) => bindsAsHard(other, order))
  return cause && [{ from, to, cause }]
}

/** A way from the one to the other that takes more than the direct step. */
function detour(
  graph: OrderGraph,
  from: Vertex,
  to: Vertex,
  order: ConstraintCause,
  rank: ReadonlyMap<Vertex, number>,
  implied: ReadonlyMap<RscOrder, unknown>,
): readonly Step[] | undefined {
  const end = rank.get(to) ?? 0
  const follows = (before: Vertex, next: Vertex) =>
    (before !== from || next !== to) &&
    next.action !== 'one-or-more' &&
    (rank.get(next) ?? end + 1) <= end &&
    graph
      .causes(before, next)
      .some((cause) => !('id' in cause && implied.has(cause.constraint)) && bindsAsHard(cause, order))
  return shortestPath(graph, from, to, { follows, limit: longestDetour })
}

function bindsAsHard(cause: Cause, { kind, symmetrical }: ConstraintCause): boolean {
  if (!('id' in cause)) return true
  return (kind !== 'Mandatory' || cause.kind === 'Mandatory') && (!symmetrical || cause.symmetrical)
}
