import type { OrderGraph } from '../order/order-graph.js'
import { type Cause, phaseOf, type Vertex } from '../order/vertex.js'

/**
 * The steps by which one action waits for another wherever both happen. None leads from up to down or back, since
 * what is down does not stop first, and none through one of several of which some are enough.
 */
export function mustFollow(
  graph: OrderGraph,
  counts: (cause: Cause) => boolean = () => true,
): (from: Vertex, to: Vertex) => boolean {
  return (from, to) => {
    const phases = new Set([phaseOf(from), phaseOf(to)])
    if (phases.has('up') && phases.has('down')) return false
    if (to.action === 'one-or-more' && graph.predecessors(to).length > 1) return false
    return graph.causes(from, to).some(counts)
  }
}
