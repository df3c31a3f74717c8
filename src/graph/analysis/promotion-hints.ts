import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.js'
import type { RscOrder } from '../../model/index.js'
import { languageOf } from '../../model/language.js'
import { causesOf } from '../order/constraint-terms.js'
import type { ResourceEntry, ResourceIndex } from '../resource/resource-index.js'
import { expandSets, type SetsById, taggedSet } from '../resource/resource-sets.js'

/** Actions that only a promotable resource performs. */
const roleActions = ['promote', 'demote']

/** A finding for each order on a promotion or demotion that its resource never performs. */
export function promotionHints(
  order: RscOrder,
  index: ResourceIndex,
  byId: SetsById,
  path: (order: RscOrder) => string,
): Diagnostic[] {
  if (order.resourceSets.length > 0) return setHints(order, index, byId, path)
  const { first, then, firstAction = 'start', thenAction } = order
  const before = notPromotable(taggedSet(index, first), firstAction)
  if (before !== undefined) return [finding(order, index, before, firstAction, then, path)]
  const isTagged = index.resolve(first) === undefined || index.resolve(then) === undefined
  const next = thenAction ?? (isTagged ? 'start' : firstAction)
  const after = notPromotable(taggedSet(index, then), next)
  if (after === undefined) return []
  if (thenAction !== undefined) return [finding(order, index, after, next, undefined, path)]
  const parameters = { then: after.id, action: firstAction, language: languageOf(index.cluster) }
  return [diagnostic('order-missing-then-action', path(order), parameters)]
}

function setHints(
  order: RscOrder,
  index: ResourceIndex,
  byId: SetsById,
  path: (order: RscOrder) => string,
): Diagnostic[] {
  return expandSets(order, index, byId).flatMap(({ set: { action = 'start' }, members }, at, sets) => {
    const without = notPromotable(members, action)
    const next = sets[at + 1]?.members[0]?.id
    return without === undefined ? [] : [finding(order, index, without, action, next, path)]
  })
}

/** The first resource that never performs the action, since it is not promotable. */
function notPromotable(
  entries: readonly ResourceEntry[] | undefined,
  action: string,
): ResourceEntry | undefined {
  return roleActions.includes(action) ? entries?.find((entry) => !entry.promotable) : undefined
}

/** What waits for a promotion that never comes waits forever, unless the order is Optional. */
function finding(
  order: RscOrder,
  { cluster }: ResourceIndex,
  { id }: ResourceEntry,
  action: string,
  waiting: string | undefined,
  path: (order: RscOrder) => string,
): Diagnostic {
  const isBinding = action === 'promote' && causesOf(order)?.forward.kind !== 'Optional'
  const then = isBinding ? waiting : undefined
  const parameters = { id, action, then, language: languageOf(cluster) }
  return diagnostic('order-not-promotable', path(order), parameters)
}
