import { quote } from '../../diagnostics/quote.js'
import type { Cluster } from '../../model/index.js'
import { orderGraph } from '../order/build-order-graph.js'
import type { OrderGraph } from '../order/order-graph.js'
import { type Cause, phaseOf, type Step, type Vertex } from '../order/vertex.js'
import { knownResource } from '../resource/known-resource.js'
import { shortestPath } from './shortest-path.js'
import { stepsInWords } from './wording.js'

/** The answer to whether something is true in every state of a cluster. */
export interface Guarantee {
  /**
   * `never-runs` where there is nothing to break, as the resource runs nowhere at all, `unknown` where neither a proof nor a
   * counterexample was found.
   */
  readonly verdict: 'guaranteed' | 'not-guaranteed' | 'never-runs' | 'unknown'
  /** Why, as a sentence without a full stop. */
  readonly reason: string
}

/** Whether one resource starts only after another. */
export interface StartGuarantee extends Guarantee {
  /** The shortest chain of steps that guarantees it; empty where nothing does. */
  readonly steps: readonly Step[]
}

/**
 * Whether `rsc` starts only after `first` has started, wherever both start; never `unknown`. Throws
 * `UnknownResourceError` for an id that no resource has.
 */
export function startsAfter(cluster: Cluster, rsc: string, first: string): StartGuarantee {
  const steps = why(cluster, first, rsc)
  if (steps !== undefined) {
    return { verdict: 'guaranteed', reason: stepsInWords(cluster, steps).join('; '), steps }
  }
  const reason =
    rsc === first
      ? `${quote(rsc)} is the same resource`
      : `no chain of orders makes ${quote(rsc)} start after ${quote(first)}`
  return { verdict: 'not-guaranteed', reason, steps: [] }
}

/**
 * Why `then` starts only after `first` has started: the shortest chain of steps, undefined where it need not wait.
 * Throws `UnknownResourceError` for an id that no resource has.
 */
export function why(cluster: Cluster, first: string, then: string): readonly Step[] | undefined {
  const graph = orderGraph(cluster)
  const [before, after] = [knownResource(cluster, first), knownResource(cluster, then)]
  const from = graph.completion(before.id, 'start')
  const to = graph.vertex(after.id, 'start')
  // In a cycle a path leads from each resource to itself.
  if (before === after || !from || !to) return undefined
  return shortestPath(graph, from, to, { follows: mustFollow(graph) })
}

/**
 * The steps by which one action waits for another wherever both happen. None leads from up to down or back, since
 * what is down does not stop first, and none through one of several of which some are enough.
 */
export function mustFollow(
  graph: OrderGraph,
  counts: (cause: Cause) => boolean = () => true,
): (from: Vertex, to: Vertex) => boolean {
  return (from, to) => {
    const phases = new Set([phaseOf(from), phaseOf(to)])
    if (phases.has('up') && phases.has('down')) return false
    if (to.action === 'one-or-more' && graph.predecessors(to).length > 1) return false
    return graph.causes(from, to).some(counts)
  }
}
