import type { OrderGraph } from '../order/order-graph.js'
import { type Cause, phaseOf, type Vertex } from '../order/vertex.js'

/** What hangs on a resource; each resource is named once. */
export interface FailureImpact {
  /** What cannot start without it, and is stopped with it: Mandatory orders lead there. */
  readonly takenDown: readonly string[]
  /** What cannot start without it, but goes on running when it stops: an order on the way is asymmetrical. */
  readonly notStarted: readonly string[]
  /** What waits for it only where both start, or for enough of a set that it is in. */
  readonly waits: readonly string[]
}

/** What a failure of a resource takes down, keeps from starting, or merely delays. */
export function failureImpact(graph: OrderGraph, resource: string): FailureImpact {
  const from = graph.completion(resource, 'start')
  if (from === undefined) return { takenDown: [], notStarted: [], waits: [] }
  const binds = (cause: Cause) => ('id' in cause ? cause.kind === 'Mandatory' : cause.rule !== 'node')
  const restarts = (cause: Cause) => binds(cause) && !('id' in cause && !cause.symmetrical)
  const takenDown = startsAfter(graph, from, restarts)
  const blocked = startsAfter(graph, from, binds)
  const later = startsAfter(graph, from)
  return {
    takenDown: [...takenDown],
    notStarted: [...blocked].filter((id) => !takenDown.has(id)),
    waits: [...later].filter((id) => !blocked.has(id)),
  }
}

/**
 * The resources whose start a chain of steps puts after a vertex. Where `counts` says which causes matter, what needs
 * only enough of a set does not.
 */
export function startsAfter(
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
