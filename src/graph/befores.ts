import type { Placement } from './placement.js'
import type { Entry } from './resource-index.js'
import { type ConstraintCause, phaseOf, type Vertex } from './vertex.js'

/** An order that puts something before the start of a resource. */
export interface Before {
  /** What comes first; undefined where some of a set are enough. */
  readonly first: Entry | undefined
  readonly vertex: Vertex
  readonly cause: ConstraintCause
}

/** The orders that put something directly before the start of a resource; sets are seen through. */
export function beforesOf(entry: Entry, { graph, index }: Placement): Before[] {
  const start = graph.vertex(entry.id, 'start')
  const passed = new Set(start === undefined ? [] : [start])
  const found: Before[] = []
  for (const vertex of passed) {
    for (const before of graph.predecessors(vertex)) {
      if (before.action === 'join') passed.add(before)
      else if (phaseOf(before) !== 'down') {
        for (const cause of graph.causes(before, vertex)) {
          if (!('id' in cause)) continue
          const isSome = before.action === 'one-or-more'
          found.push({ first: isSome ? undefined : index.get(before.resource), vertex: before, cause })
        }
      }
    }
  }
  return found
}
