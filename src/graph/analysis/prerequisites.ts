import type { OrderGraph } from '../order/order-graph.js'
import { type ConstraintCause, phaseOf, type Vertex } from '../order/vertex.js'
import type { ResourceEntry, ResourceIndex } from '../resource/resource-index.js'

/** An order that puts something before the start of a resource. */
export interface Prerequisite {
  readonly first: ResourceEntry
  /** True for one of several of which some are enough. */
  readonly isOneOfSome: boolean
  readonly vertex: Vertex
  readonly cause: ConstraintCause
}

/** The orders that put something directly before the start of a resource; each pair of two sets counts as direct. */
export function prerequisitesOf(
  entry: ResourceEntry,
  { graph, index }: { readonly graph: OrderGraph; readonly index: ResourceIndex },
): Prerequisite[] {
  const start = graph.vertex(entry.id, 'start')
  const passed = new Set(start === undefined ? [] : [start])
  const some = new Set<Vertex>()
  const found: Prerequisite[] = []
  for (const vertex of passed) {
    for (const before of graph.predecessors(vertex)) {
      const isOneOfSome = some.has(vertex) || before.action === 'one-or-more'
      if (isOneOfSome) some.add(before)
      if (phaseOf(before) === 'either') passed.add(before)
      const first = phaseOf(before) === 'up' ? index.get(before.resource) : undefined
      if (first === undefined) continue
      for (const cause of graph.causes(before, vertex)) {
        if ('id' in cause) found.push({ first, isOneOfSome, vertex: before, cause })
      }
    }
  }
  return found
}
