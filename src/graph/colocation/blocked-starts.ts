import { booleanOf, INFINITY_SCORE } from '../../model/index.js'
import { type Prerequisite, prerequisitesOf } from '../analysis/prerequisites.js'
import { unmanagedReason } from '../resource/managed.js'
import { childrenOfEntry, isCollocated, withAncestors } from '../resource/members.js'
import { memoizePerCluster } from '../resource/memoize.js'
import { metaOf } from '../resource/meta-attributes.js'
import { isInside, type ResourceEntry, topOf } from '../resource/resource-index.js'
import { colocationException, isPlacedBy, type PacemakerVersion } from './colocation-exceptions.js'
import type { Placement } from './placement.js'

/** What the start of a resource waits for. */
type Blockers = readonly ResourceEntry[]

/** True for a group that is in no clone. */
export function isPlainGroup({ resource, parent }: ResourceEntry): boolean {
  return resource?.element === 'group' && parent === undefined
}

/** True for a group whose members start one after the other. */
export function isOrdered(group: ResourceEntry, { cluster }: Placement): boolean {
  return booleanOf(metaOf(cluster, group, 'ordered')) ?? true
}

/**
 * What a member of a group may wait for while it counts as placed: what is placed with it starts all the same. That is
 * so up to Pacemaker 2.1, later only for members that wait while those before them need not. What is placed with
 * anything but a group starts only once that can start.
 */
export function blockersOf(member: ResourceEntry, placement: Placement, version: PacemakerVersion): Blockers {
  const group = member.parent
  if (group === undefined || !isPlainGroup(group)) return ownBlockers(member, placement, version)
  const memo = blockersByGroup(placement.cluster)[version]
  const known = memo.get(group) ?? blockersIn(group, placement, version)
  memo.set(group, known)
  return known.get(member) ?? []
}

/** True where a resource starts only after that has, or what blocks that starts before it, with it, or is it. */
export function isBlockedToo(
  from: ResourceEntry,
  member: ResourceEntry,
  blockers: Blockers,
  placement: Placement,
): boolean {
  const firsts = withAncestors(from)
    .flatMap((entry) => needed(entry, placement))
    .flatMap(({ first, some, cause }) => (some === undefined && cause.symmetrical ? [first] : []))
  const isAfter = (entry: ResourceEntry) => withAncestors(entry).some((each) => firsts.includes(each))
  const isWith = (blocker: ResourceEntry) =>
    unmanagedReason(placement.index, blocker) === undefined &&
    isBound(from, blocker, placement, '2.1') &&
    ownBlockers(blocker, placement, '2.1').length === 0
  return (
    isAfter(member) ||
    blockers.every((blocker) => blocker === from || firsts.includes(blocker) || isWith(blocker))
  )
}

const blockersByGroup = memoizePerCluster(() => ({
  '2.1': new Map<ResourceEntry, ReadonlyMap<ResourceEntry, Blockers>>(),
  '3.0': new Map<ResourceEntry, ReadonlyMap<ResourceEntry, Blockers>>(),
}))

function blockersIn(
  group: ResourceEntry,
  placement: Placement,
  version: PacemakerVersion,
): ReadonlyMap<ResourceEntry, Blockers> {
  const found = new Map<ResourceEntry, Blockers>()
  let before: Blockers = []
  for (const member of childrenOfEntry(group, placement.index)) {
    const own = [...ownBlockers(member, placement, version), ...memberAwaited(member, group, placement)]
    const all = own.length === 0 ? before : [...new Set([...before, ...own])]
    found.set(member, all)
    if (isOrdered(group, placement)) before = all
  }
  return found
}

/** The member before it, where that may be on another node. */
function memberAwaited(member: ResourceEntry, group: ResourceEntry, placement: Placement): Blockers {
  const isElsewhere = !isCollocated(placement.index, group) || placement.dropped.has(member)
  return member.previous !== undefined && isElsewhere && isOrdered(group, placement) ? [member.previous] : []
}

/** What a resource waits for without being placed with it, itself or through what it is placed with. */
function ownBlockers(start: ResourceEntry, placement: Placement, version: PacemakerVersion): Blockers {
  const waiting = new Set([start])
  const found = new Set<ResourceEntry>()
  for (const entry of waiting) {
    for (const prerequisite of awaited(entry, placement, version)) {
      if (isBeside(entry, prerequisite, placement, version)) waiting.add(prerequisite.first)
      else found.add(prerequisite.first)
    }
    for (const { primary } of bindingLinks(entry, placement)) {
      if (!isPlainGroup(topOf(primary))) waiting.add(primary)
    }
  }
  return [...found]
}

/** From Pacemaker 3.0 on, what blocks a whole group blocks what is placed with it, too. */
function awaited(entry: ResourceEntry, placement: Placement, version: PacemakerVersion): Prerequisite[] {
  const { parent: group, previous } = entry
  const waiting = withAncestors(entry).filter((each) => {
    if (version === '2.1' || group === undefined || !isPlainGroup(group)) return true
    return each !== group && (previous !== undefined || !isOrdered(group, placement))
  })
  return waiting
    .flatMap((each) => needed(each, placement))
    .filter(({ first }) => !isInside(first, topOf(entry)))
}

function needed(entry: ResourceEntry, placement: Placement): Prerequisite[] {
  return prerequisitesOf(entry, placement).filter(({ cause }) => cause.kind === 'Mandatory' && !cause.inverse)
}

function bindingLinks(entry: ResourceEntry, { index, linksOf }: Placement) {
  return withAncestors(entry)
    .flatMap((each) => linksOf(each))
    .filter((link) => link.score >= INFINITY_SCORE && isPlacedBy(entry, link, index))
}

/** True where a resource is placed only where what it waits for is, so that only that itself can block it. */
function isBeside(
  entry: ResourceEntry,
  { first, some, vertex: { action } }: Prerequisite,
  placement: Placement,
  version: PacemakerVersion,
): boolean {
  if (some !== undefined || (action !== 'start' && action !== 'running')) return false
  if (unmanagedReason(placement.index, first) !== undefined || isPlainGroup(topOf(first))) return false
  return isBound(entry, first, placement, version)
}

function isBound(
  entry: ResourceEntry,
  primary: ResourceEntry,
  placement: Placement,
  version: PacemakerVersion,
): boolean {
  return bindingLinks(entry, placement).some(
    (link) =>
      link.primary === primary &&
      !placement.dropped.has(link) &&
      colocationException(link, placement.index, version) === undefined,
  )
}
