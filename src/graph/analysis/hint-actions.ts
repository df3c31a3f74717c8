import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.js'
import type { RscOrder } from '../../model/index.js'
import { languageOf } from '../../model/language.js'
import { causesOf } from '../order/constraint-terms.js'
import type { ResourceEntry, ResourceIndex } from '../resource/resource-index.js'
import { expandSets, type SetsById, taggedSet } from '../resource/resource-sets.js'

/** Actions that only a resource with roles has. */
const roleActions = ['promote', 'demote']

/** A finding for each order on an action that its resource never does. */
export function actionHints(
  order: RscOrder,
  index: ResourceIndex,
  byId: SetsById,
  path: string,
): Diagnostic[] {
  if (order.resourceSets.length > 0) return setHints(order, index, byId, path)
  const { first, then, firstAction = 'start', thenAction } = order
  const before = withoutRole(taggedSet(index, first), firstAction)
  if (before !== undefined) return [missing(order, index, before, firstAction, then, path)]
  const isTagged = index.resolve(first) === undefined || index.resolve(then) === undefined
  const next = thenAction ?? (isTagged ? 'start' : firstAction)
  const after = withoutRole(taggedSet(index, then), next)
  if (after === undefined) return []
  if (thenAction !== undefined) return [missing(order, index, after, next, undefined, path)]
  const parameters = { then: after.id, action: firstAction, language: languageOf(index.cluster) }
  return [diagnostic('order-missing-then-action', path, parameters)]
}

function setHints(order: RscOrder, index: ResourceIndex, byId: SetsById, path: string): Diagnostic[] {
  return expandSets(order, index, byId).flatMap(({ set: { action = 'start' }, members }, at, sets) => {
    const without = withoutRole(members, action)
    const next = sets[at + 1]?.members[0]?.id
    return without === undefined ? [] : [missing(order, index, without, action, next, path)]
  })
}

/** The first that never does the action, since it has no roles. */
function withoutRole(
  entries: readonly ResourceEntry[] | undefined,
  action: string,
): ResourceEntry | undefined {
  return roleActions.includes(action) ? entries?.find((entry) => !entry.promotable) : undefined
}

/** What waits for a promotion that never comes waits for ever, unless the order is Optional. */
function missing(
  order: RscOrder,
  { cluster }: ResourceIndex,
  { id }: ResourceEntry,
  action: string,
  waiting: string | undefined,
  path: string,
): Diagnostic {
  const isBinding = action === 'promote' && causesOf(order)?.forward.kind !== 'Optional'
  const then = isBinding ? waiting : undefined
  const parameters = { id, action, then, language: languageOf(cluster) }
  return diagnostic('order-not-promotable', path, parameters)
}
