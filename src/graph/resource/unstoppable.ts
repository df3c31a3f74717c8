import { booleanOf } from '../../model/index.js'
import { unmanagedReason } from './managed.js'
import { childrenOfEntry, placedWith } from './members.js'
import { metaOf } from './meta-attributes.js'
import type { ResourceEntry, ResourceIndex } from './resource-index.js'

/**
 * The services that Pacemaker does not stop, each with what is not managed: that itself, and the earlier members of its
 * group, which would have to stop after it. Orders between others do not block a stop.
 */
export function unstoppableServices(index: ResourceIndex): ReadonlyMap<ResourceEntry, ResourceEntry> {
  const found = new Map<ResourceEntry, ResourceEntry>()
  for (const entry of index.entries) {
    if (placedWith(entry, index)[0] !== entry || unmanagedReason(index, entry) === undefined) continue
    for (const service of membersBefore(entry, index)) if (!found.has(service)) found.set(service, entry)
    found.set(entry, entry)
  }
  return found
}

function membersBefore(service: ResourceEntry, index: ResourceIndex): ResourceEntry[] {
  const { parent } = service
  if (parent?.resource?.element !== 'group') return []
  const isOrdered = booleanOf(metaOf(index.cluster, parent, 'ordered')) ?? true
  const members = childrenOfEntry(parent, index)
  return isOrdered ? members.slice(0, Math.max(0, members.indexOf(service))) : []
}
