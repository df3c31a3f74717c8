import { causesOf } from '../../../graph/order/constraint-terms.js'
import { ordersOf } from '../../../graph/order/constraints.js'
import { withAncestors } from '../../../graph/resource/members.js'
import { memoizePerCluster } from '../../../graph/resource/memoize.js'
import { type ResourceEntry, resourceIndex } from '../../../graph/resource/resource-index.js'
import { expandSets, taggedSet } from '../../../graph/resource/resource-sets.js'
import { booleanOf, type RscOrder } from '../../../model/index.js'

/** That the start of a resource comes after the promotion, or only the start, of a promotable one. */
interface StartsAfter {
  readonly action: string
  readonly order: RscOrder
}

/** The orders that put an action of a promotable resource before the start of another, by the ids of both. */
export type StartOrders = ReadonlyMap<string, readonly StartsAfter[]>

const startOrders = memoizePerCluster((cluster): StartOrders => {
  const index = resourceIndex(cluster)
  const found = new Map<string, StartsAfter[]>()
  const add = (
    before: readonly ResourceEntry[],
    action: string,
    after: readonly ResourceEntry[],
    order: RscOrder,
  ) => {
    for (const first of before) {
      if (!first.promotable) continue
      for (const then of after) {
        const key = keyOf(then, first)
        const others = found.get(key)
        if (others === undefined) found.set(key, [{ action, order }])
        else others.push({ action, order })
      }
    }
  }
  for (const order of ordersOf(cluster)) {
    const kind = causesOf(order)?.forward.kind
    if (kind !== 'Mandatory') continue
    if (order.resourceSets.length === 0) {
      const { first, then, firstAction = 'start', thenAction = firstAction } = order
      if (thenAction !== 'start') continue
      add(taggedSet(index, first) ?? [], firstAction, taggedSet(index, then) ?? [], order)
      continue
    }
    const sets = expandSets(order, index)
    for (const [at, { set, members }] of sets.entries()) {
      if (booleanOf(set.sequential) !== false && (set.action ?? 'start') === 'start') {
        for (const [place, first] of members.entries()) add([first], 'start', members.slice(place + 1), order)
      }
      const next = sets[at + 1]
      if (next !== undefined && (next.set.action ?? 'start') === 'start') {
        add(members, set.action ?? 'start', next.members, order)
      }
    }
  }
  return found
})

function keyOf(then: ResourceEntry, first: ResourceEntry): string {
  return `${then.id} ${first.id}`
}

/** The orders after which a resource starts, or the group around it, that are about a promotable one. */
export function startsAfterPromotable(
  cluster: Parameters<typeof startOrders>[0],
  then: ResourceEntry,
  first: ResourceEntry,
): readonly StartsAfter[] {
  const orders = startOrders(cluster)
  return withAncestors(then).flatMap((entry) => orders.get(keyOf(entry, first)) ?? [])
}
