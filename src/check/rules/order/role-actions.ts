import { causesOf } from '../../../graph/order/constraint-terms.js'
import type { ResourceEntry, ResourceIndex } from '../../../graph/resource/resource-index.js'
import { expandSets, taggedSet } from '../../../graph/resource/resource-sets.js'
import type { RscOrder } from '../../../model/index.js'

/** An action of a role that its resource never performs. */
export interface MissingAction {
  readonly entry: ResourceEntry
  readonly action: string
  /** What waits for it forever, since the order is binding. */
  readonly waiting?: string
  /** What starts after it, waiting or not. */
  readonly after: readonly ResourceEntry[]
  /** True where then-action is absent, and the action is that of the first resource. */
  readonly isByDefault: boolean
}

/** Actions that only a promotable resource performs. */
const roleActions = ['promote', 'demote']

/** Each promotion or demotion in an order that its resource never performs. */
export function missingActions(order: RscOrder, index: ResourceIndex): readonly MissingAction[] {
  if (order.resourceSets.length > 0) return missingInSets(order, index)
  const { first, then, firstAction = 'start', thenAction } = order
  if (!roleActions.includes(firstAction) && !roleActions.includes(thenAction ?? '')) return []
  const before = notPromotable(taggedSet(index, first), firstAction)
  const after = taggedSet(index, then)
  if (before !== undefined) {
    const waiting = waitingFor(order, firstAction, then)
    return [{ entry: before, action: firstAction, after: after ?? [], isByDefault: false, ...waiting }]
  }
  const isTagged = index.resolve(first) === undefined || index.resolve(then) === undefined
  const action = thenAction ?? (isTagged ? 'start' : firstAction)
  const entry = notPromotable(after, action)
  return entry === undefined ? [] : [{ entry, action, after: [], isByDefault: thenAction === undefined }]
}

function missingInSets(order: RscOrder, index: ResourceIndex): readonly MissingAction[] {
  if (
    !order.resourceSets.some(({ action, idRef }) => idRef !== undefined || roleActions.includes(action ?? ''))
  ) {
    return []
  }
  return expandSets(order, index).flatMap(({ set: { action = 'start' }, members }, at, sets) => {
    const entry = notPromotable(members, action)
    if (entry === undefined) return []
    const after = sets[at + 1]?.members ?? []
    return [{ entry, action, after, isByDefault: false, ...waitingFor(order, action, after[0]?.id) }]
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
function waitingFor(order: RscOrder, action: string, waiting: string | undefined): { waiting?: string } {
  const isBinding = action === 'promote' && causesOf(order)?.forward.kind !== 'Optional'
  return isBinding && waiting !== undefined ? { waiting } : {}
}
