import { quote } from '../../diagnostics/quote.js'
import type { Role } from '../../model/roles.js'
import type { ColocationLink } from '../resource/colocation-links.js'
import { isDisabled, unmanagedReason } from '../resource/managed.js'
import { isClone, placedWith } from '../resource/members.js'
import { isInside, type ResourceEntry } from '../resource/resource-index.js'
import { blockersOf, isBlockedToo, isOrdered, isPlainGroup } from './blocked-starts.js'
import { colocationException, isPlacedBy, type PacemakerVersion } from './colocation-exceptions.js'
import {
  baseException,
  blockedException,
  type ImplicationException,
  startsAnyway,
  stayingException,
  stuckException,
} from './counts-as-placed.js'
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
