import type { Cluster } from '../../model/index.js'
import { orderGraph } from '../order/build-order-graph.js'
import type { OrderGraph } from '../order/order-graph.js'
import { type Cause, phaseOf, type Vertex } from '../order/vertex.js'
import { knownResource } from '../resource/known-resource.js'

/** What depends on a resource; each resource is listed once. */
export interface FailureImpact {
  /** What cannot start without it, and is stopped with it: Mandatory orders lead there. */
  readonly stopped: readonly string[]
  /** What cannot start without it, but goes on running when it stops: an order on the way is asymmetrical. */
  readonly notStarted: readonly string[]
  /** What waits for it only where both start, or only until enough of a set have started. */
  readonly delayed: readonly string[]
}

/**
 * What a failure of a resource takes down, keeps from starting, or merely delays. Throws `UnknownResourceError` for
 * an id that no resource has.
 */
export function failureImpact(cluster: Cluster, resource: string): FailureImpact {
  const { id } = knownResource(cluster, resource)
  const graph = orderGraph(cluster)
  const from = graph.completion(id, 'start')
  if (from === undefined) return { stopped: [], notStarted: [], delayed: [] }
  const binds = (cause: Cause) => ('id' in cause ? cause.kind === 'Mandatory' : cause.rule !== 'node')
  const restarts = (cause: Cause) => binds(cause) && !('id' in cause && !cause.symmetrical)
  const stopped = startsReached(graph, from, restarts)
  const blocked = startsReached(graph, from, binds)
  const later = startsReached(graph, from)
  return {
    stopped: [...stopped],
    notStarted: [...blocked].filter((id) => !stopped.has(id)),
    delayed: [...later].filter((id) => !blocked.has(id)),
  }
}

/**
 * The resources whose start a chain of steps puts after a vertex. With `counts`, only steps with such a cause matter, and
 * none through a set of which some are enough.
 */
export function startsReached(
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
