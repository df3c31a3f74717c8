import { orderCycles } from '../../graph/index.js'
import { orderGraph } from '../../graph/order/build.js'
import type { OrderGraph } from '../../graph/order/order-graph.js'
import { phaseOf, type Step, type Vertex } from '../../graph/order/vertex.js'
import type { Cluster } from '../../model/index.js'

/** Which direct edges lie on a circle of orders. */
export function cycleEdgesIn(cluster: Cluster): (from: Vertex, to: Vertex) => boolean {
  const graph = orderGraph(cluster)
  const pairs = new Set(
    orderCycles(cluster)
      .flatMap(({ steps }) => steps.flatMap((step) => wayOf(graph, step)))
      .map(([from, to]) => nameOf(from, to)),
  )
  return (from, to) => pairs.has(nameOf(from, to))
}

function nameOf(from: Vertex, to: Vertex): string {
  return `${from.index} ${to.index}`
}

/** A step skips the vertices that stand for sets; this is the way through them. */
function wayOf(graph: OrderGraph, { from, to }: Step): readonly (readonly [Vertex, Vertex])[] {
  const cameFrom = new Map<Vertex, Vertex>()
  const passed = [from]
  for (const vertex of passed) {
    for (const next of graph.successors(vertex)) {
      if (cameFrom.has(next)) continue
      cameFrom.set(next, vertex)
      if (next === to) return backwards(cameFrom, from, to)
      if (phaseOf(next) === 'either') passed.push(next)
    }
  }
  return []
}

function backwards(cameFrom: ReadonlyMap<Vertex, Vertex>, from: Vertex, to: Vertex): [Vertex, Vertex][] {
  const way: [Vertex, Vertex][] = []
  let at = to
  do {
    const before = cameFrom.get(at) as Vertex
    way.push([before, at])
    at = before
  } while (at !== from)
  return way
}
