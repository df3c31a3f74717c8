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

/** The nodes that are in maintenance: what runs there stays there. */
export function nodesInMaintenance(cluster: Cluster): string[] {
  const found = nodesOf(cluster).filter((node) => isTrue(nodeAttributeOf(cluster, node, 'maintenance')))
  return found.flatMap(({ uname }) => uname ?? [])
}

/** True where an operator has stopped the resource, one of its ancestors, or all resources. */
export function isDisabled({ cluster }: ResourceIndex, entry: ResourceEntry): boolean {
  const isStopped = metaOf(cluster, entry, 'target-role')?.toLowerCase() === 'stopped'
  return isStopped || isTrue(propertyOf(cluster, 'stop-all-resources'))
}
