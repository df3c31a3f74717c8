import type { OrderGraph } from '../order/order-graph.js'
import type { Step } from '../order/vertex.js'
import { mustFollow } from './must-follow.js'
import { shortestPath } from './shortest-path.js'

/** Why `b` starts only after `a` has started: the shortest chain of steps, undefined where it need not. */
export function why(graph: OrderGraph, a: string, b: string): Step[] | undefined {
  const from = graph.completion(a, 'start')
  const to = graph.vertex(b, 'start')
  return from && to && from !== to ? shortestPath(graph, from, to, { follows: mustFollow(graph) }) : undefined
}
