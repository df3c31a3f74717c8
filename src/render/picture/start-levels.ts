import { topological } from '../../graph/analysis/topological-sort.js'
import { orderGraph } from '../../graph/order/build-order-graph.js'
import type { OrderGraph } from '../../graph/order/order-graph.js'
import { phaseOf, type Vertex } from '../../graph/order/vertex.js'
import { resourceIndex, topOf } from '../../graph/resource/resource-index.js'
import { type Cluster, resourcesOf } from '../../model/index.js'

/**
 * The start level of each resource at the top level, from 1: resources of one level can start at the same time, and
 * each waits for one of the level before. What is in an ordering cycle, or waits for that, has none.
 */
export function startLevels(cluster: Cluster): ReadonlyMap<string, number> {
  const graph = orderGraph(cluster)
  const levels = levelsOf(cluster, graph)
  return new Map(
    resourcesOf(cluster).flatMap(({ id }) => {
      const start = graph.vertex(id, 'start')
      const level = start === undefined ? undefined : levels.get(start)
      return level === undefined ? [] : [[id, level + 1] as const]
    }),
  )
}

/** How often the longest path to an action goes from one resource at the top level to another. */
function levelsOf(cluster: Cluster, graph: OrderGraph): ReadonlyMap<Vertex, number> {
  const levels = new Map<Vertex, number>()
  for (const vertex of topological(graph)) {
    const reached = graph.predecessors(vertex).flatMap((before) => {
      const level = levels.get(before)
      return level === undefined ? [] : [level + (isStep(cluster, before, vertex) ? 1 : 0)]
    })
    levels.set(
      vertex,
      reached.reduce((most, level) => Math.max(most, level), 0),
    )
  }
  return levels
}

/** A join or "one or more" belongs to no resource; the step is counted where a path leaves it. */
function isStep(cluster: Cluster, from: Vertex, to: Vertex): boolean {
  if (phaseOf(to) === 'either') return false
  return phaseOf(from) === 'either' || topIdOf(cluster, from.resource) !== topIdOf(cluster, to.resource)
}

/** The id of the resource at the top level that is this one or contains it. */
export function topIdOf(cluster: Cluster, id: string): string {
  const entry = resourceIndex(cluster).get(id)
  return entry === undefined ? id : topOf(entry).id
}
