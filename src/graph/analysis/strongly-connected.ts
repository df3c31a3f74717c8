import type { OrderGraph } from '../order/order-graph.js'
import type { Vertex } from '../order/vertex.js'

interface Frame<Vertex> {
  readonly vertex: Vertex
  readonly successors: readonly Vertex[]
  at: number
}

/** The strongly connected components of more than one vertex, among these vertices only, in the order in which they were added. */
export function components(graph: OrderGraph, among: Iterable<Vertex>): Vertex[][] {
  return stronglyConnected(among, (vertex: Vertex) => graph.successors(vertex))
    .map((component) => component.sort((a, b) => a.index - b.index))
    .sort(([a], [b]) => (a as Vertex).index - (b as Vertex).index)
}

/**
 * The strongly connected components of more than one vertex, among these vertices only. Tarjan's algorithm with a stack of
 * its own, so that a long chain does not overflow the call stack.
 */
export function stronglyConnected<Vertex>(
  among: Iterable<Vertex>,
  successorsOf: (vertex: Vertex) => readonly Vertex[],
): Vertex[][] {
  const within = new Set(among)
  const order = new Map<Vertex, number>()
  const low = new Map<Vertex, number>()
  const open: Vertex[] = []
  const isOpen = new Set<Vertex>()
  const found: Vertex[][] = []
  const frames: Frame<Vertex>[] = []

  const enter = (vertex: Vertex) => {
    low.set(vertex, order.size)
    order.set(vertex, order.size)
    open.push(vertex)
    isOpen.add(vertex)
    frames.push({ vertex, successors: successorsOf(vertex), at: 0 })
  }
  const lower = (vertex: Vertex, value: number | undefined) => {
    if (value !== undefined && value < (low.get(vertex) ?? 0)) low.set(vertex, value)
  }
  const leave = (vertex: Vertex) => {
    if (low.get(vertex) !== order.get(vertex)) return
    const component = open.splice(open.lastIndexOf(vertex))
    for (const member of component) isOpen.delete(member)
    if (component.length > 1) found.push(component)
  }

  for (const root of within) {
    if (!order.has(root)) enter(root)
    for (let frame = frames.at(-1); frame !== undefined; frame = frames.at(-1)) {
      const { vertex } = frame
      const next = frame.successors[frame.at++]
      if (next === undefined) {
        frames.pop()
        leave(vertex)
        const parent = frames.at(-1)
        if (parent !== undefined) lower(parent.vertex, low.get(vertex))
      } else if (!order.has(next) && within.has(next)) enter(next)
      else if (isOpen.has(next)) lower(vertex, order.get(next))
    }
  }
  return found
}
