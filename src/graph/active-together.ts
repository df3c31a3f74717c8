import type { ColocationLink } from './colocation-links.js'
import { flawOf, isCollocated, type PacemakerVersion } from './link-flaws.js'
import type { Entry, ResourceIndex } from './resource-index.js'

/** That `to` is active wherever `from` is, and the colocation that makes it so; none between members of a group. */
export interface Bond {
  readonly from: Entry
  readonly to: Entry
  readonly link?: ColocationLink
}

/**
 * The bonds from a resource to all that is active wherever it is, nearest first, in a version of Pacemaker. Each bond
 * starts at the resource or where another ends.
 */
export function bondsFrom(
  start: Entry,
  index: ResourceIndex,
  links: readonly ColocationLink[],
  version: PacemakerVersion,
): Bond[] {
  const binding = links.filter((link) => flawOf(link, index, version) === undefined)
  const found = new Map<Entry, Bond>()
  const reached = new Set([start])
  for (const from of reached) {
    for (const bond of bondsOf(from, index, binding, version)) {
      if (reached.has(bond.to)) continue
      reached.add(bond.to)
      found.set(bond.to, bond)
    }
  }
  return [...found.values()]
}

function bondsOf(
  from: Entry,
  index: ResourceIndex,
  links: readonly ColocationLink[],
  version: PacemakerVersion,
): Bond[] {
  const own = links.filter(({ dependent }) => isPlacedBy(from, dependent, index, version))
  return [
    ...own.map((link) => ({ from, to: link.primary, link })),
    ...heldBy(from, index).map((to) => ({ from, to })),
    ...earlierMembers(from, index).map((to) => ({ from, to })),
  ]
}

/**
 * True where a colocation of `dependent` decides where `entry` runs: its own, that of the group, clone or bundle that
 * holds it, and since 3.0 that of any other member of its group.
 */
function isPlacedBy(
  entry: Entry,
  dependent: Entry,
  index: ResourceIndex,
  version: PacemakerVersion,
): boolean {
  for (let at: Entry | undefined = entry; at !== undefined; at = at.parent) if (at === dependent) return true
  const group = entry.parent
  return version === '3.0' && group !== undefined && group === dependent.parent && isCollocated(index, group)
}

/** What is active where a collective counts as placed: all members of a group, what a clone runs. */
function heldBy({ resource }: Entry, index: ResourceIndex): Entry[] {
  const held = (ids: readonly string[]) => ids.flatMap((id) => index.get(id) ?? [])
  switch (resource?.element) {
    case 'group':
      return held(resource.members.map(({ id }) => id))
    case 'clone':
    case 'master':
      return held([resource.resource.id])
    default:
      return []
  }
}

/** The members before it in a collocated group: where they do not run, neither does it. */
function earlierMembers(entry: Entry, index: ResourceIndex): Entry[] {
  const group = entry.parent
  if (group?.resource?.element !== 'group' || !isCollocated(index, group)) return []
  const members = group.resource.members.map(({ id }) => id)
  return members.slice(0, members.indexOf(entry.id)).flatMap((id) => index.get(id) ?? [])
}
