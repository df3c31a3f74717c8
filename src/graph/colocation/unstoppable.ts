import { booleanOf } from '../../model/index.js'
import { prerequisitesOf } from '../analysis/prerequisites.js'
import type { OrderGraph } from '../order/order-graph.js'
import { unmanagedReason } from '../resource/managed.js'
import { childrenOfEntry, placedWith, withAncestors } from '../resource/members.js'
import { metaOf } from '../resource/meta-attributes.js'
import type { ResourceEntry, ResourceIndex } from '../resource/resource-index.js'

/**
 * The services that Pacemaker does not stop, each with what is not managed: that itself, and what would have to stop after
 * it, as an earlier member of its group, or what a Mandatory order starts before it.
 */
export function unstoppableServices(
  index: ResourceIndex,
  graph: OrderGraph,
): ReadonlyMap<ResourceEntry, ResourceEntry> {
  const unstoppable = new Map<ResourceEntry, ResourceEntry>()
  for (const entry of index.entries) {
    if (placedWith(entry, index)[0] === entry && unmanagedReason(index, entry) !== undefined)
      unstoppable.set(entry, entry)
  }
  for (const [service, unmanaged] of unstoppable) {
    for (const before of startedBefore(service, index, graph)) {
      if (!unstoppable.has(before)) unstoppable.set(before, unmanaged)
    }
  }
  return unstoppable
}

function startedBefore(service: ResourceEntry, index: ResourceIndex, graph: OrderGraph): ResourceEntry[] {
  const ordered = withAncestors(service)
    .flatMap((entry) => prerequisitesOf(entry, { graph, index }))
    .filter(({ cause }) => cause.kind === 'Mandatory' && cause.symmetrical && !cause.inverse)
    .flatMap(({ first }) => placedWith(first, index))
  const { parent } = service
  const isOrdered = parent !== undefined && (booleanOf(metaOf(index.cluster, parent, 'ordered')) ?? true)
  const members = parent?.resource?.element === 'group' && isOrdered ? childrenOfEntry(parent, index) : []
  return [...ordered, ...members.slice(0, Math.max(0, members.indexOf(service)))]
}
