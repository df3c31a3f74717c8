import { type Cluster, placesOf, type RscOrder } from '../../model/index.js'
import { orderGraph } from '../order/build-order-graph.js'
import type { DroppedOrder } from '../order/order-graph.js'
import type { ConstraintCause, Step } from '../order/vertex.js'
import { memoizePerCluster } from '../resource/memoize.js'

/** An order that changes nothing: earlier ones order all its actions, and bind at least as hard. */
export interface ImpliedOrder {
  readonly constraint: RscOrder
  /** The steps of the earlier orders. */
  readonly by: readonly Step[]
}

/** An order that binds less hard than its terms, because a weaker one between the same two actions is before it. */
export interface DefeatedOrder {
  readonly constraint: RscOrder
  /** The steps of the weaker orders; `from` and `to` are what does not wait as it should. */
  readonly by: readonly Step[]
  /** False where it still orders other actions, such as the stops. */
  readonly isWhole: boolean
}

/**
 * The orders that can be left out without a difference in any state: of several between the same actions Pacemaker keeps
 * the first. A chain of other orders is never enough: when a node is lost with what is in the middle, nothing orders
 * the two ends.
 */
export function impliedOrders(cluster: Cluster): ImpliedOrder[] {
  const whole = repeated(cluster).filter(({ dropped, isWhole }) => isWhole && !dropped.some(isStronger))
  if (whole.length === 0) return []
  const referenced = new Set(placesOf(cluster, 'resource_set').map(({ element }) => element.idRef))
  return whole
    .filter(
      ({ constraint }) => !constraint.resourceSets.some(({ id }) => id !== undefined && referenced.has(id)),
    )
    .map(({ constraint, dropped }) => ({ constraint, by: stepsOf(dropped) }))
}

/** The orders that a weaker one, which is before them, defeats. */
export function defeatedOrders(cluster: Cluster): DefeatedOrder[] {
  return repeated(cluster).flatMap(({ constraint, dropped, isWhole }) => {
    const by = stepsOf(dropped.filter(isStronger))
    return by.length === 0 ? [] : [{ constraint, by, isWhole }]
  })
}

interface Repeated {
  readonly constraint: RscOrder
  readonly dropped: readonly DroppedOrder[]
  /** True where Pacemaker keeps nothing of it. */
  readonly isWhole: boolean
}

/** The orders of which Pacemaker drops something, in document order. */
const repeated = memoizePerCluster((cluster): readonly Repeated[] => {
  const graph = orderGraph(cluster)
  const found = new Map<RscOrder, DroppedOrder[]>()
  for (const dropped of graph.dropped) {
    const { constraint } = dropped.cause
    if (constraint === dropped.by.constraint) continue
    const known = found.get(constraint)
    if (known === undefined) found.set(constraint, [dropped])
    else known.push(dropped)
  }
  if (found.size === 0) return []
  const inForce = new Set<RscOrder>()
  for (const from of graph.vertices) {
    for (const to of graph.successors(from)) {
      for (const cause of graph.causes(from, to)) if ('id' in cause) inForce.add(cause.constraint)
    }
  }
  return [...found].map(([constraint, dropped]) => ({
    constraint,
    dropped,
    isWhole: !inForce.has(constraint),
  }))
})

function stepsOf(dropped: readonly DroppedOrder[]): Step[] {
  return dropped.map(({ from, to, by }) => ({ from, to, cause: by }))
}

function isStronger({ cause, by }: DroppedOrder): boolean {
  return strength(cause) > strength(by)
}

function strength({ kind, symmetrical }: ConstraintCause): number {
  return kind !== 'Mandatory' ? 0 : symmetrical ? 2 : 1
}
