import { isCollocated } from '../colocation/colocation-exceptions.js'
import type { Entry, ResourceIndex } from './resource-index.js'

/** The resource and all that holds it, from the inside out. */
export function withAncestors(entry: Entry): Entry[] {
  const found: Entry[] = []
  for (let at: Entry | undefined = entry; at !== undefined; at = at.parent) found.push(at)
  return found
}

/** The other members of the collocated group that a resource is in. */
export function siblingsOf(entry: Entry, index: ResourceIndex): Entry[] {
  const group = entry.parent
  if (group?.resource?.element !== 'group' || !isCollocated(index, group)) return []
  return group.resource.members.flatMap(({ id }) => (id === entry.id ? [] : (index.get(id) ?? [])))
}

/** The member before it in a collocated group: where that does not run, neither does it. */
export function memberBefore(entry: Entry, index: ResourceIndex): Entry | undefined {
  return entry.parent !== undefined && isCollocated(index, entry.parent)
    ? previousMember(entry, index)
    : undefined
}

/** The member before it in a group. */
export function previousMember({ id, parent }: Entry, index: ResourceIndex): Entry | undefined {
  if (parent?.resource?.element !== 'group') return undefined
  const { members } = parent.resource
  const before = members[members.findIndex((member) => member.id === id) - 1]
  return before && index.get(before.id)
}

/** What a collective holds: the members of a group, what a clone or bundle runs. */
export function childrenOfEntry({ resource }: Entry, index: ResourceIndex): Entry[] {
  const held = (ids: readonly string[]) => ids.flatMap((id) => index.get(id) ?? [])
  switch (resource?.element) {
    case 'group':
      return held(resource.members.map(({ id }) => id))
    case 'clone':
    case 'master':
      return held([resource.resource.id])
    case 'bundle':
      return resource.primitive === undefined ? [] : held([resource.primitive.id])
    default:
      return []
  }
}

/** What runs where a resource counts as placed: the members of a group, what a clone runs, a bundle's container. */
export function placedWith(entry: Entry, index: ResourceIndex): Entry[] {
  const held = entry.resource?.element === 'bundle' ? [] : childrenOfEntry(entry, index)
  return held.length === 0 ? [entry] : held.flatMap((inner) => placedWith(inner, index))
}

/** All services behind a name: as above, and what runs inside a bundle's container. */
export function servicesOf(entry: Entry, index: ResourceIndex): Entry[] {
  const inside = entry.resource?.element === 'bundle' ? childrenOfEntry(entry, index) : []
  return [...placedWith(entry, index), ...inside]
}
