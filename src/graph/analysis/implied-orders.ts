import type { Cluster, RscOrder } from '../../model/index.js'
import { orderGraph } from '../order/build-order-graph.js'
import type { OrderGraph } from '../order/order-graph.js'
import { type Cause, type ConstraintCause, phaseOf, type Step, type Vertex } from '../order/vertex.js'
import { shortestPath } from './shortest-path.js'
import { topological } from './topological-sort.js'

/** An order between two resources that follows from others. */
export interface ImpliedOrder {
  readonly constraint: RscOrder
  /** The chain of steps that it follows from: a single one where another order is the same. */
  readonly by: readonly Step[]
}

/** An order counts as needed where the other path takes more steps than this. */
const longestDetour = 64

/** After about this many steps looked at, the orders that are left count as needed. */
const stepsAllowed = 5_000_000

/**
 * The orders between two resources that others imply: the transitive reduction of the orders is the rest. One is
 * implied by steps that bind at least as hard; of two that are the same, the later is. The search is bounded: in a very
 * large graph some implied orders may be missing.
 */
export function impliedOrders(cluster: Cluster): ImpliedOrder[] {
  const graph = orderGraph(cluster)
  const sorted = topological(graph)
  const search: Search = {
    graph,
    rank: new Map(sorted.map((vertex, at) => [vertex, at])),
    implied: new Map(),
    steps: 0,
  }
  for (const from of sorted) {
    for (const to of graph.successors(from)) {
      const causes = graph.causes(from, to)
      for (const [at, cause] of causes.entries()) {
        if (!isPlain(cause, from, to)) continue
        const by = sameStep(from, to, causes.slice(0, at), cause) ?? detour(from, to, cause, search)
        if (by !== undefined) search.implied.set(cause.constraint, by)
      }
    }
  }
  return [...search.implied].map(([constraint, by]) => ({ constraint, by }))
}

interface Search {
  readonly graph: OrderGraph
  readonly rank: ReadonlyMap<Vertex, number>
  readonly implied: Map<RscOrder, readonly Step[]>
  steps: number
}

/** True for an order between the starts or promotions of the two resources that it names. */
function isPlain(cause: Cause, from: Vertex, to: Vertex): cause is ConstraintCause {
  if (!('id' in cause) || cause.inverse || phaseOf(to) !== 'up') return false
  return cause.constraint.first === from.resource && cause.constraint.then === to.resource
}

function sameStep(
  from: Vertex,
  to: Vertex,
  others: readonly Cause[],
  order: ConstraintCause,
): readonly Step[] | undefined {
  const cause = others.find((other) => bindsAsHard(other, order))
  return cause && [{ from, to, cause }]
}

/** A path from the one to the other besides the direct step, by orders that are not implied themselves. */
function detour(
  from: Vertex,
  to: Vertex,
  order: ConstraintCause,
  search: Search,
): readonly Step[] | undefined {
  const { graph, rank, implied } = search
  const end = rank.get(to) ?? 0
  const counts = (cause: Cause) =>
    bindsAsHard(cause, order) && !('id' in cause && implied.has(cause.constraint))
  const follows = (before: Vertex, next: Vertex) => {
    search.steps += 1
    const isDirect = before === from && next === to
    const isNear = search.steps < stepsAllowed && (rank.get(next) ?? end + 1) <= end
    return isNear && !isDirect && next.action !== 'one-or-more' && graph.causes(before, next).some(counts)
  }
  return shortestPath(graph, from, to, { follows, limit: longestDetour })
}

function bindsAsHard(cause: Cause, { kind, symmetrical }: ConstraintCause): boolean {
  if (!('id' in cause)) return true
  return (kind !== 'Mandatory' || cause.kind === 'Mandatory') && (!symmetrical || cause.symmetrical)
}
