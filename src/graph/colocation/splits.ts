import { childrenOfEntry } from '../resource/members.js'
import type { ResourceEntry } from '../resource/resource-index.js'
import type { Placement } from './placement.js'

/*
 * A split is a member of a group whose colocation with the one before it closes a cycle, so that Pacemaker leaves it out and
 * may place the two on different nodes.
 */

/** The first split after a member, or in a group: what is placed with a group is placed with its last member. */
export function splitAfter(from: ResourceEntry, placement: Placement): ResourceEntry | undefined {
  const { parent } = from
  const isMember = parent?.resource?.element === 'group'
  const members = childrenOfEntry(isMember ? parent : from, placement.index)
  return members.slice(members.indexOf(from) + 1).find((member) => placement.dropped.has(member))
}

/** The first split between a resource and that of a colocation of its group: another member, or the group as its first. */
export function splitBetween(
  from: ResourceEntry,
  dependent: ResourceEntry,
  placement: Placement,
): ResourceEntry | undefined {
  if (dependent === from) return from.resource?.element === 'group' ? splitAfter(from, placement) : undefined
  const members = from.parent === undefined ? [] : childrenOfEntry(from.parent, placement.index)
  const places = [from, dependent].map((entry) => Math.max(0, members.indexOf(entry))).sort((a, b) => a - b)
  const [first = 0, last = 0] = places
  return members.slice(first + 1, last + 1).find((member) => placement.dropped.has(member))
}
