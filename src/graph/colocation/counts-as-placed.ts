import { quote } from '../../diagnostics/quote.js'
import { stuckStarts } from '../analysis/stuck-starts.js'
import type { ColocationLink } from '../resource/colocation-links.js'
import { placedWith, withAncestors } from '../resource/members.js'
import { isInside, type ResourceEntry, topOf } from '../resource/resource-index.js'
import { blockersOf, isBlockedToo, isOrdered, isPlainGroup } from './blocked-starts.js'
import type { PacemakerVersion } from './colocation-exceptions.js'
import { unpairedBase } from './interleave.js'
import type { Placement } from './placement.js'

/*
 * What counts as placed on a node and does not run there: what is placed with it starts all the same.
 */

/** Why a resource may be active where the one that it implies is not. */
export interface ImplicationException {
  readonly reason: string
  /** What an interleaved clone starts after without being placed with it. */
  readonly base?: ResourceEntry
  /** True where the second counts as placed, and only its start is blocked. */
  readonly isBlocked?: true
  /** True where the configuration itself breaks it, whatever fails. */
  readonly isCertain?: true
}

/** True where the first starts although the second is blocked, and only its placement is certain. */
export function startsAnyway(
  from: ResourceEntry,
  to: ResourceEntry,
  { dependent, primary }: ColocationLink,
  placement: Placement,
): boolean {
  if (isPlainGroup(to)) return false
  const { parent } = to
  const isMember = parent !== undefined && isPlainGroup(parent)
  const isSibling = from !== dependent && !isInside(from, dependent)
  const isEarlier = isSibling && (from.previous === undefined || !isAfter(from, dependent))
  const isFree = isSibling && (isEarlier || (from.parent !== undefined && !isOrdered(from.parent, placement)))
  return isMember || primary !== to || isPlainGroup(from) || isFree
}

function isAfter(member: ResourceEntry, other: ResourceEntry): boolean {
  for (let at = member.previous; at !== undefined; at = at.previous) if (at === other) return true
  return false
}

/** That the start of the second waits for something, and the first starts without it. */
export function blockedException(
  from: ResourceEntry,
  to: ResourceEntry,
  placement: Placement,
  version: PacemakerVersion,
): ImplicationException | undefined {
  const blockers = blockersOf(to, placement, version)
  const [blocker] = blockers
  // A group that counts as placed need not have started itself.
  if (blocker === undefined || (!isPlainGroup(from) && isBlockedToo(from, to, blockers, placement)))
    return undefined
  const reason = `${quote(to.id)} counts as placed while its start waits for ${quote(blocker.id)}, and what is placed with it starts all the same`
  return { reason, isBlocked: true, isCertain: true }
}

/** What never starts counts as placed, and what is placed with it starts all the same, unless it is stuck as well. */
export function stuckException(
  from: ResourceEntry,
  to: ResourceEntry,
  { cluster, index }: Placement,
): ImplicationException | undefined {
  const stuck = stuckStarts(cluster)
  if (stuck.size === 0) return undefined
  const isStuck = (entry: ResourceEntry) =>
    [...withAncestors(entry), ...placedWith(entry, index)].some(({ id }) => stuck.has(id))
  if (!isStuck(to) || isStuck(from)) return undefined
  const reason = `an ordering cycle keeps ${quote(to.id)} from starting, and it counts as placed`
  return { reason, isCertain: true }
}

/** A member of a group that cannot stop stays where it is, while the group counts as placed where it should go. */
export function stayingException(
  last: ResourceEntry | undefined,
  to: ResourceEntry,
  { unstoppable }: Placement,
): ImplicationException | undefined {
  if (to.parent === undefined || !isPlainGroup(to.parent)) return undefined
  for (let member = last; member !== undefined; member = member.previous) {
    const blocker = unstoppable.get(member)
    if (blocker === undefined || blocker === member) continue
    const placed = member === to ? 'it counts as placed elsewhere' : `${quote(to.id)} counts as placed`
    return {
      reason: `${quote(member.id)} cannot stop before ${quote(blocker.id)}, which is not managed, and once it has to, ${placed}`,
      isCertain: true,
    }
  }
  return undefined
}

/** That an instance of an interleaved clone has nothing to start after on its node. */
export function baseException(
  from: ResourceEntry,
  to: ResourceEntry,
  placement: Placement,
  version: PacemakerVersion,
): ImplicationException | undefined {
  const base = unpairedBase(to, placement, version)
  if (base === undefined || base === topOf(from)) return undefined
  const reason = `${quote(to.id)} is interleaved and starts after ${quote(base.id)} without being placed with it: where ${quote(base.id)} does not run, an instance counts as placed but never starts`
  return { reason, base, isCertain: true }
}
