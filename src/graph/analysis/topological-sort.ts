import type { OrderGraph } from '../order/order-graph.js'
import { phaseOf, type Vertex } from '../order/vertex.js'

/**
 * The actions that bring resources up, each after all that it waits for, by Kahn's algorithm. What is in a cycle, and
 * what waits for that, is not among them.
 */
export function topological(graph: OrderGraph): Vertex[] {
  const isUp = (vertex: Vertex) => phaseOf(vertex) !== 'down'
  const waiting = new Map<Vertex, number>()
  const sorted: Vertex[] = []
  for (const vertex of graph.vertices.filter(isUp)) {
    const count = graph.predecessors(vertex).filter(isUp).length
    waiting.set(vertex, count)
    if (count === 0) sorted.push(vertex)
  }
  for (const vertex of sorted) {
    for (const successor of graph.successors(vertex).filter(isUp)) {
      const left = (waiting.get(successor) ?? 0) - 1
      waiting.set(successor, left)
      if (left === 0) sorted.push(successor)
    }
  }
  return sorted
}
