import type { Placement } from '../colocation/placement.js'
import { causesOf } from '../order/constraint-terms.js'
import { ordersOf } from '../order/constraints.js'
import { isOrderAction } from '../order/vertex.js'
import type { Spreading } from './spreading.js'

/** Marks what a Mandatory order puts after the promotion of a resource that is not promotable: it never starts. */
export function markMissingActions(spreading: Spreading, { index, graph }: Placement): void {
  for (const order of ordersOf(index.cluster)) {
    const { first, then, firstAction, thenAction = firstAction } = order
    const before = index.resolve(first)
    const after = index.resolve(then)
    if (firstAction !== 'promote' || before === undefined || before.promotable || after === undefined)
      continue
    if (causesOf(order)?.forward.kind !== 'Mandatory' || thenAction === undefined) continue
    const vertex = isOrderAction(thenAction) ? graph.vertex(after.id, thenAction) : undefined
    if (vertex !== undefined) {
      spreading.prevent(vertex, { constraints: [order], because: [], isOrder: true })
    }
  }
}
