import { orderGraph } from '../../graph/order/build.js'
import type { OrderGraph } from '../../graph/order/order-graph.js'
import { phaseOf, type Vertex } from '../../graph/order/vertex.js'
import { type Cluster, resourcesOf } from '../../model/index.js'
import { topsOf } from './tops.js'

/**
 * The start wave of each resource at the top level, from 1: what is in one wave can start at the same time, and each
 * waits for something in the wave before. What waits for itself, and what waits for that, is in none.
 */
export function startLevels(cluster: Cluster): ReadonlyMap<string, number> {
  const graph = orderGraph(cluster)
  const levels = levelsOf(graph, topsOf(cluster))
  return new Map(
    resourcesOf(cluster).flatMap(({ id }) => {
      const start = graph.vertex(id, 'start')
      const level = start === undefined ? undefined : levels.get(start)
      return level === undefined ? [] : [[id, level + 1] as const]
    }),
  )
}

/** How often the longest way to an action goes from one resource to another, in topological order. */
function levelsOf(graph: OrderGraph, tops: ReadonlyMap<string, string>): ReadonlyMap<Vertex, number> {
  const isUp = (vertex: Vertex) => phaseOf(vertex) !== 'down'
  const levels = new Map<Vertex, number>()
  const waiting = new Map<Vertex, number>()
  for (const vertex of graph.vertices) {
    if (isUp(vertex)) waiting.set(vertex, graph.predecessors(vertex).filter(isUp).length)
  }
  const ready = [...waiting].flatMap(([vertex, count]) => (count === 0 ? [vertex] : []))
  const reached = new Map<Vertex, number>()
  for (let vertex = ready.pop(); vertex !== undefined; vertex = ready.pop()) {
    const level = reached.get(vertex) ?? 0
    levels.set(vertex, level)
    for (const next of graph.successors(vertex).filter(isUp)) {
      const step = isStep(vertex, next, tops) ? 1 : 0
      reached.set(next, Math.max(reached.get(next) ?? 0, level + step))
      const left = (waiting.get(next) ?? 0) - 1
      waiting.set(next, left)
      if (left === 0) ready.push(next)
    }
  }
  return levels
}

/** A join or a "one or more" belongs to no resource; the step is counted where a way leaves it. */
function isStep(from: Vertex, to: Vertex, tops: ReadonlyMap<string, string>): boolean {
  if (phaseOf(to) === 'either') return false
  if (phaseOf(from) === 'either') return true
  return (tops.get(from.resource) ?? from.resource) !== (tops.get(to.resource) ?? to.resource)
}
