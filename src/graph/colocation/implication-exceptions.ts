import { quote } from '../../diagnostics/quote.js'
import type { Role } from '../../model/roles.js'
import { stuckStarts } from '../analysis/stuck-starts.js'
import type { ColocationLink } from '../resource/colocation-links.js'
import { isDisabled, unmanagedReason } from '../resource/managed.js'
import { isClone, placedWith, withAncestors } from '../resource/members.js'
import { isInside, type ResourceEntry, topOf } from '../resource/resource-index.js'
import { blockersOf, isBlockedToo, isOrdered, isPlainGroup } from './blocked-starts.js'
import { colocationException, isPlacedBy, type PacemakerVersion } from './colocation-exceptions.js'
import { unpairedBase } from './interleave.js'
import { nodeScores } from './node-scores.js'
import { isLeftOut, type Placement } from './placement.js'
import { roomOn } from './room.js'
import { splitAfter, splitBetween } from './splits.js'

/** What should make `to` active wherever `from` is: a colocation, an earlier place in a group, or being a child. */
export interface Connection {
  readonly from: ResourceEntry
  /** The role in which the first is, where that matters. */
  readonly fromRole?: Role
  readonly to: ResourceEntry
  readonly link?: ColocationLink
}

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

/** The exception to an implication, undefined where it is true in every state. */
export function implicationException(
  { from, fromRole, to, link }: Connection,
  placement: Placement,
  version: PacemakerVersion,
): ImplicationException | undefined {
  if (isInside(to, from)) return childException(from, to, placement, version)
  const parts = isClone(from) ? [from, ...placedWith(from, placement.index)] : [from]
  const [unmanaged] = parts.flatMap((part) => unmanagedReason(placement.index, part) ?? [])
  if (unmanaged !== undefined) return { reason: `${unmanaged}, so it stays where it is`, isCertain: true }
  const blocker = placement.unstoppable.get(from)
  if (blocker !== undefined) {
    return { reason: `${quote(from.id)} cannot stop before ${quote(blocker.id)}, which is not managed` }
  }
  if (link === undefined) {
    if (placement.dropped.has(from)) return cycleException(from, to)
    const isNeighbour = from.parent === to.parent && from.parent !== undefined
    return isNeighbour && !isOrdered(from.parent, placement)
      ? blockedException(from, to, placement, version)
      : undefined
  }
  const { constraint, dependent } = link
  const isMember = dependent !== from && dependent.parent?.resource?.element === 'group'
  const stays = isMember ? unmanagedReason(placement.index, dependent) : undefined
  if (stays !== undefined)
    return { reason: `${stays}, so it and what follows it in its group stay where they are` }
  const exception = colocationException(link, placement.index, version, fromRole)
  if (exception !== undefined && isOnlyRaise(from, link, placement, version)) return undefined
  if (exception !== undefined)
    return { reason: `the colocation ${quote(constraint.id ?? '')} does not bind: ${exception}` }
  if (!isPlacedBy(from, link, placement.index)) {
    const reason = `the group ${quote(dependent.id)} is not collocated, and ${quote(constraint.id ?? '')} binds only its first member`
    return { reason }
  }
  if (isLeftOut(link, placement)) return cycleException(dependent, to)
  const split =
    splitBetween(from, dependent, placement) ?? (to === link.primary ? undefined : splitAfter(to, placement))
  return (
    splitException(split) ??
    stuckException(from, to, placement) ??
    laterMemberException(from, dependent, version) ??
    baseException(from, to, placement, version) ??
    stayingException(to, to, placement) ??
    (startsAnyway(from, to, link, placement) ? blockedException(from, to, placement, version) : undefined)
  )
}

/**
 * True for a colocation of any score without which its dependent runs nowhere: locations give that a negative score on each
 * node, and nothing else raises it. Unlike INFINITY
 * it blocks no start, so that what it is placed with must not wait for anything else.
 */
function isOnlyRaise(
  from: ResourceEntry,
  link: ColocationLink,
  placement: Placement,
  version: PacemakerVersion,
): boolean {
  const { primary, score, constraint, dependentRole, primaryRole } = link
  const hasTerms = [dependentRole, primaryRole, constraint.lifetime, constraint.nodeAttribute].some(
    (term) => term !== undefined,
  )
  const isPlain = ({ parent, resource }: ResourceEntry) =>
    parent === undefined && resource?.element === 'primitive'
  const isCloned = primary.resource?.element === 'clone' && primary.resource.resource.element === 'primitive'
  const isBetween = from === link.dependent && isPlain(from) && (isCloned || isPlain(primary))
  if (score <= 0 || hasTerms || !isBetween || placement.dropped.has(link)) return false
  const { isBanned, isRaisedOnlyBy } = nodeScores(placement, false)
  const blockers = blockersOf(primary, placement, version)
  return (
    unpairedBase(primary, placement, version) === undefined &&
    (blockers.length === 0 || isBlockedToo(from, primary, blockers, placement)) &&
    placement.locations.nodes.every((node) => isBanned(from, node) || isRaisedOnlyBy(from, node, primary))
  )
}

/** True where the first starts although the second is blocked, and only its placement is certain. */
function startsAnyway(
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

function blockedException(
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
function stuckException(
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

function splitException(split: ResourceEntry | undefined): ImplicationException | undefined {
  return split?.previous && cycleException(split, split.previous)
}

function cycleException(from: ResourceEntry, to: ResourceEntry): ImplicationException {
  return {
    reason: `the colocation of ${quote(from.id)} with ${quote(to.id)} closes a cycle of colocations, and Pacemaker leaves it out`,
  }
}

/** A bundle counts as placed by its container, an instance of a cloned group by its first member. */
function childException(
  from: ResourceEntry,
  to: ResourceEntry,
  placement: Placement,
  version: PacemakerVersion,
): ImplicationException | undefined {
  const { index, cluster, locations } = placement
  const { resource, parent } = from
  if (resource?.element === 'bundle') {
    return { reason: `the container of ${quote(from.id)} goes on running when ${quote(to.id)} in it fails` }
  }
  if (isPlainGroup(from)) {
    return (
      splitException(splitAfter(to, placement)) ??
      blockedException(from, to, placement, version) ??
      stayingException(to.previous, to, placement)
    )
  }
  if (resource?.element !== 'group' || parent === undefined || resource.members[0].id === to.id)
    return undefined
  const placed = `${quote(parent.id)} counts as placed without it`
  if (isDisabled(index, to)) return { reason: `${quote(to.id)} is disabled, and ${placed}` }
  if (locations.nodes.some((node) => roomOn(to, node, cluster) !== 'enough')) {
    return { reason: `nodes may have no room for ${quote(to.id)}, and ${placed}` }
  }
  for (let member: ResourceEntry | undefined = to; member !== undefined; member = member.previous) {
    if (unmanagedReason(index, member) === undefined) continue
    const stays = member === to ? placed : `${quote(parent.id)} counts as placed while that is active`
    return { reason: `${quote(member.id)} is not managed, and ${stays}`, isCertain: true }
  }
  return undefined
}

/** A member of a group that cannot stop stays where it is, while the group counts as placed where it should go. */
function stayingException(
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

/** Up to 2.1, a member does not follow what a later member of its group is placed with. */
function laterMemberException(
  from: ResourceEntry,
  dependent: ResourceEntry,
  version: PacemakerVersion,
): ImplicationException | undefined {
  if (version !== '2.1' || from === dependent || from.parent?.resource?.element !== 'group') return undefined
  if (dependent.parent !== from.parent) return undefined
  const ids = from.parent.resource.members.map(({ id }) => id)
  return ids.indexOf(dependent.id) < ids.indexOf(from.id)
    ? undefined
    : { reason: `only ${quote(dependent.id)}, a later member of ${quote(from.parent.id)}, is placed with it` }
}

function baseException(
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
