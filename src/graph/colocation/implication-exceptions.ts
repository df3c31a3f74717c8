import { isDisabled, unmanagedReason } from '../resource/managed.js'
import { type Entry, isInside, topOf } from '../resource/resource-index.js'
import { colocationException, isPlacedBy, type PacemakerVersion } from './colocation-exceptions.js'
import type { Implication } from './implications.js'
import { unpairedBase } from './interleave.js'
import { isLeftOut, type Placement } from './placement.js'

/** Why a resource may be active where the one that it is bound to is not. */
export interface Flaw {
  readonly reason: string
  /** What an interleaved clone starts after without being placed with it. */
  readonly base?: Entry
  /** True where what stands in the configuration breaks it already. */
  readonly isSure?: true
}

/** The flaw of a bond, undefined where it holds in every state. */
export function implicationException(
  { from, to, link }: Implication,
  placement: Placement,
  version: PacemakerVersion,
): Flaw | undefined {
  if (isInside(to, from)) return heldFlaw(from, to, placement)
  const unmanaged = unmanagedReason(placement.index, from)
  if (unmanaged !== undefined) return { reason: `${unmanaged}, so it stays where it is` }
  if (link === undefined) return placement.dropped.has(from) ? circleOf(from, to) : undefined
  const flaw = colocationException(link, placement.index, version)
  const { constraint, dependent } = link
  if (flaw !== undefined) return { reason: `the colocation ${constraint.id} does not bind: ${flaw}` }
  if (!isPlacedBy(from, link, placement.index)) {
    const reason = `the group ${dependent.id} is not collocated, and ${constraint.id} binds only its first member`
    return { reason }
  }
  if (isLeftOut(link, placement)) return circleOf(dependent, to)
  return laterMemberFlaw(from, dependent, version) ?? baseFlaw(from, to, placement, version)
}

function circleOf(from: Entry, to: Entry): Flaw {
  return { reason: `${from.id} with ${to.id} closes a circle of colocations, and Pacemaker leaves it out` }
}

/** A bundle counts as placed by its container, an instance of a cloned group by its first member. */
function heldFlaw(from: Entry, to: Entry, { index }: Placement): Flaw | undefined {
  const { resource, parent } = from
  if (resource?.element === 'bundle') {
    return { reason: `the container of ${from.id} goes on running when ${to.id} in it fails` }
  }
  if (resource?.element !== 'group' || parent === undefined || resource.members[0].id === to.id)
    return undefined
  const placed = `${parent.id} counts as placed without it`
  if (isDisabled(index, to)) return { reason: `${to.id} is disabled, and ${placed}` }
  return unmanagedReason(index, to) === undefined
    ? undefined
    : { reason: `${to.id} is not managed, and ${placed}`, isSure: true }
}

/** Up to 2.1, a member does not follow what a later member of its group is placed with. */
function laterMemberFlaw(from: Entry, dependent: Entry, version: PacemakerVersion): Flaw | undefined {
  if (version !== '2.1' || from === dependent || from.parent?.resource?.element !== 'group') return undefined
  if (dependent.parent !== from.parent) return undefined
  const ids = from.parent.resource.members.map(({ id }) => id)
  return ids.indexOf(dependent.id) < ids.indexOf(from.id)
    ? undefined
    : { reason: `only ${dependent.id}, a later member of ${from.parent.id}, is placed with it` }
}

function baseFlaw(from: Entry, to: Entry, placement: Placement, version: PacemakerVersion): Flaw | undefined {
  const base = unpairedBase(to, placement, version)
  if (base === undefined || base === topOf(from)) return undefined
  const reason = `${to.id} is interleaved and starts after ${base.id} without being placed with it: where ${base.id} does not run, an instance counts as placed but never starts`
  return { reason, base, isSure: true }
}
