import type { OrderGraph } from './order-graph.js'
import { shortestPath } from './shortest-path.js'
import { surely } from './surely.js'
import type { Step } from './vertex.js'

/** Why `b` starts only after `a` has started: the shortest chain of steps, undefined where it need not. */
export function why(graph: OrderGraph, a: string, b: string): Step[] | undefined {
  const from = graph.completion(a, 'start')
  const to = graph.vertex(b, 'start')
  return from && to && from !== to ? shortestPath(graph, from, to, { follows: surely(graph) }) : undefined
}
