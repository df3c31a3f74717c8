import type { OrderGraph } from '../order/order-graph.js'
import { type ConstraintCause, phaseOf, type Vertex } from '../order/vertex.js'
import type { ResourceEntry, ResourceIndex } from '../resource/resource-index.js'

/** An order that puts something before the start of a resource. */
export interface Prerequisite {
  readonly first: ResourceEntry
  /** The action that waits for some of several, for one of these. */
  readonly some?: Vertex
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
  const some = new Map<Vertex, Vertex>()
  const found: Prerequisite[] = []
  for (const vertex of passed) {
    for (const before of graph.predecessors(vertex)) {
      const oneOf = some.get(vertex) ?? (isSome(before, vertex, graph) ? before : undefined)
      if (oneOf !== undefined) some.set(before, oneOf)
      if (phaseOf(before) === 'either') passed.add(before)
      const first = phaseOf(before) === 'up' ? index.get(before.resource) : undefined
      if (first === undefined) continue
      for (const cause of graph.causes(before, vertex)) {
        if ('id' in cause) found.push({ first, vertex: before, cause, ...(oneOf && { some: oneOf }) })
      }
    }
  }
  return found
}

/** True for a set of which some are enough; one of a single resource, before what needs it, is like any other. */
function isSome(before: Vertex, vertex: Vertex, graph: OrderGraph): boolean {
  if (before.action !== 'one-or-more') return false
  const isNeeded = graph.causes(before, vertex).every((cause) => 'id' in cause && cause.kind === 'Mandatory')
  return graph.predecessors(before).length > 1 || !isNeeded
}
