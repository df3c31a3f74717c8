import { quote } from '../../diagnostics/quote.js'
import { booleanOf, type Cluster, nodesOf } from '../../model/index.js'
import { metaOf, nodeAttributeOf, propertyOf } from './meta-attributes.js'
import type { ResourceEntry, ResourceIndex } from './resource-index.js'

/** Why Pacemaker does not move a resource, whatever its constraints are; undefined where it does. */
export function unmanagedReason({ cluster }: ResourceIndex, entry: ResourceEntry): string | undefined {
  const isManaged = metaOf(cluster, entry, 'is-managed') ?? 'default'
  if (isTrue(metaOf(cluster, entry, 'maintenance'))) return `${quote(entry.id)} is in maintenance`
  if (isManaged.toLowerCase() !== 'default' && !isTrue(isManaged)) return `${quote(entry.id)} is not managed`
  return isTrue(propertyOf(cluster, 'maintenance-mode')) ? 'the cluster is in maintenance mode' : undefined
}

/** A text that is no boolean is false where Pacemaker asks for a true one. */
function isTrue(text: string | undefined): boolean {
  return booleanOf(text) === true
}

/** A node that is in maintenance: what runs there stays there. */
export function nodeInMaintenance(cluster: Cluster): string | undefined {
  return nodesOf(cluster).find((node) => isTrue(nodeAttributeOf(cluster, node, 'maintenance')))?.uname
}

/** True where an operator has stopped the resource or one of its ancestors. */
export function isDisabled(index: ResourceIndex, entry: ResourceEntry): boolean {
  return metaOf(index.cluster, entry, 'target-role')?.toLowerCase() === 'stopped'
}
