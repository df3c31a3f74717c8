import { booleanOf } from '../../model/index.js'
import { metaOf } from './meta-attributes.js'
import type { ResourceEntry, ResourceIndex } from './resource-index.js'

/** The resource, and the group, clone or bundle around it, from the inside out. */
export function withAncestors(entry: ResourceEntry): ResourceEntry[] {
  const found: ResourceEntry[] = []
  for (let at: ResourceEntry | undefined = entry; at !== undefined; at = at.parent) found.push(at)
  return found
}

/** The member before it in a collocated group: where that does not run, neither does it. */
export function memberBefore(
  { parent, previous }: ResourceEntry,
  index: ResourceIndex,
): ResourceEntry | undefined {
  return parent !== undefined && isCollocated(index, parent) ? previous : undefined
}

/** The children of a collective resource: the members of a group, what a clone or bundle runs. */
export function childrenOfEntry(entry: ResourceEntry, index: ResourceIndex): ResourceEntry[] {
  const { resource } = entry
  // An id that is used twice may be that of an element around this one.
  const entries = (ids: readonly string[]) =>
    ids.flatMap((id) => index.get(id) ?? []).filter(({ parent }) => parent === entry)
  switch (resource?.element) {
    case 'group':
      return entries(resource.members.map(({ id }) => id))
    case 'clone':
    case 'master':
      return entries([resource.resource.id])
    case 'bundle':
      return resource.primitive === undefined ? [] : entries([resource.primitive.id])
    default:
      return []
  }
}

/** What runs where a resource counts as placed: the members of a group, what a clone runs, a bundle's container. */
export function placedWith(entry: ResourceEntry, index: ResourceIndex): ResourceEntry[] {
  const children = entry.resource?.element === 'bundle' ? [] : childrenOfEntry(entry, index)
  return children.length === 0 ? [entry] : children.flatMap((child) => placedWith(child, index))
}

/** All services of a resource: those placed with it, and what runs inside a bundle's container. */
export function servicesOf(entry: ResourceEntry, index: ResourceIndex): ResourceEntry[] {
  const inside = entry.resource?.element === 'bundle' ? childrenOfEntry(entry, index) : []
  return [...placedWith(entry, index), ...inside]
}

/** True for what has an instance on each node. */
export function isClone({ resource }: ResourceEntry): boolean {
  return resource?.element === 'clone' || resource?.element === 'master'
}

/** True for what runs on several nodes; Pacemaker looks at a primary of this kind node by node. */
export function runsOnSeveralNodes({ resource }: ResourceEntry): boolean {
  return resource?.element === 'clone' || resource?.element === 'master' || resource?.element === 'bundle'
}

/** False for a group whose members may run on different nodes. */
export function isCollocated(index: ResourceIndex, entry: ResourceEntry): boolean {
  if (entry.resource?.element !== 'group') return true
  return booleanOf(metaOf(index.cluster, entry, 'collocated')) ?? true
}
