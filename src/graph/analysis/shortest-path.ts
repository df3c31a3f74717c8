import type { OrderGraph } from '../order/order-graph.js'
import { phaseOf, type Step, type Vertex } from '../order/vertex.js'

/** Where a search may go. */
export interface Search {
  readonly within?: ReadonlySet<Vertex>
  /** Only paths of fewer steps are searched. */
  readonly limit?: number
  /** Which steps count; by default all. */
  readonly follows?: (from: Vertex, to: Vertex) => boolean
}

/**
 * The shortest path from the end of one action to the end of another, undefined where there is none. Vertices that
 * represent the pairs of two sets add no step. From a vertex to itself it is the shortest cycle.
 */
export function shortestPath(
  graph: OrderGraph,
  from: Vertex,
  to: Vertex,
  { within, limit = Number.POSITIVE_INFINITY, follows = () => true }: Search = {},
): Step[] | undefined {
  const cameFrom = new Map<Vertex, Vertex>()
  let level: Vertex[] = [from]
  for (let length = 1; level.length > 0 && length < limit; length++) {
    const next: Vertex[] = []
    for (const vertex of level) {
      for (const successor of graph.successors(vertex)) {
        if (cameFrom.has(successor) || (within !== undefined && !within.has(successor))) continue
        if (!follows(vertex, successor)) continue
        cameFrom.set(successor, vertex)
        if (successor === to) return stepsTo(graph, from, to, cameFrom)
        if (phaseOf(successor) === 'either') level.push(successor)
        else next.push(successor)
      }
    }
    level = next
  }
  return undefined
}

function stepsTo(graph: OrderGraph, from: Vertex, to: Vertex, cameFrom: ReadonlyMap<Vertex, Vertex>): Step[] {
  const steps: Step[] = []
  let at = to
  do {
    const near = cameFrom.get(at) as Vertex
    let before = near
    while (before !== from && phaseOf(before) === 'either') before = cameFrom.get(before) as Vertex
    const [cause] = graph.causes(near, at)
    if (cause !== undefined) steps.push({ from: before, to: at, cause })
    at = before
  } while (at !== from)
  return steps.reverse()
}
