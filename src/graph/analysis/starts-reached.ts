import type { OrderGraph } from '../order/order-graph.js'
import { type Cause, phaseOf, type Vertex } from '../order/vertex.js'

/**
 * The resources whose start a chain of steps puts after a vertex. With `counts`, only steps with such a cause matter, and
 * none through a set of which some are enough.
 */
export function startsReached(
  graph: OrderGraph,
  from: Vertex,
  counts?: (cause: Cause) => boolean,
): ReadonlySet<string> {
  const reached = new Set([from])
  const found = new Set<string>()
  for (const vertex of reached) {
    for (const successor of graph.successors(vertex)) {
      if (phaseOf(successor) === 'down') continue
      const isSome = successor.action === 'one-or-more'
      if (counts !== undefined && (isSome || !graph.causes(vertex, successor).some(counts))) continue
      reached.add(successor)
      const isStart = successor.action === 'start' && successor.part === undefined
      if (isStart && successor.resource !== from.resource) found.add(successor.resource)
    }
  }
  return found
}
