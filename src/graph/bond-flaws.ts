import type { Bond } from './bonds.js'
import { unpairedBase } from './interleave.js'
import { linkFlaw, type PacemakerVersion } from './link-flaws.js'
import { isDisabled, unmanagedReason } from './managed.js'
import { isLeftOut, type Placement } from './placement.js'
import { type Entry, isInside } from './resource-index.js'

/** Why a resource may be active where the one that it is bound to is not; undefined where that cannot be. */
export function bondFlaw(
  { from, to, link }: Bond,
  placement: Placement,
  version: PacemakerVersion,
): string | undefined {
  if (isInside(to, from)) return heldFlaw(from, to, placement)
  const unmanaged = unmanagedReason(placement.index, from)
  if (unmanaged !== undefined) return `${unmanaged}, so it stays where it is`
  if (link === undefined) {
    return placement.dropped.has(from) ? circleOf(from, to) : undefined
  }
  const flaw = linkFlaw(link, placement.index, version)
  if (flaw !== undefined) return `the colocation ${link.constraint.id} does not bind: ${flaw}`
  if (isLeftOut(link, placement)) return circleOf(link.dependent, to)
  return laterMemberFlaw(from, link.dependent, version) ?? baseFlaw(to, placement, version)
}

function circleOf(from: Entry, to: Entry): string {
  return `${from.id} with ${to.id} closes a circle of colocations, and Pacemaker leaves it out`
}

/** A bundle counts as placed by its container, an instance of a cloned group by its first member. */
function heldFlaw(from: Entry, to: Entry, { index }: Placement): string | undefined {
  const { resource, parent } = from
  if (resource?.element === 'bundle')
    return `the container of ${from.id} goes on running when ${to.id} in it fails`
  if (resource?.element !== 'group' || parent === undefined || resource.members[0].id === to.id)
    return undefined
  if (isDisabled(index, to)) return `${to.id} is disabled, and ${parent.id} counts as placed without it`
  return unmanagedReason(index, to) && `${to.id} is not managed, and ${parent.id} counts as placed without it`
}

/** Up to 2.1, a member does not follow what a later member of its group is placed with. */
function laterMemberFlaw(from: Entry, dependent: Entry, version: PacemakerVersion): string | undefined {
  if (version !== '2.1' || from === dependent || from.parent?.resource?.element !== 'group') return undefined
  if (dependent.parent !== from.parent) return undefined
  const ids = from.parent.resource.members.map(({ id }) => id)
  return ids.indexOf(dependent.id) < ids.indexOf(from.id)
    ? undefined
    : `only ${dependent.id}, a later member of ${from.parent.id}, is placed with it`
}

function baseFlaw(to: Entry, placement: Placement, version: PacemakerVersion): string | undefined {
  const base = unpairedBase(to, placement, version)
  return (
    base &&
    `${to.id} is interleaved and starts after ${base.id} without being placed with it: where ${base.id} does not run, an instance counts as placed but never starts`
  )
}
