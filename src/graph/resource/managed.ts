import { quote } from '../../diagnostics/quote.js'
import { booleanOf, type Cluster, nodesOf, nvpairValue } from '../../model/index.js'
import { metaOf } from './meta-attributes.js'
import type { ResourceEntry, ResourceIndex } from './resource-index.js'

/** Why Pacemaker does not move a resource, whatever its constraints are; undefined where it does. */
export function unmanagedReason(index: ResourceIndex, entry: ResourceEntry): string | undefined {
  const { cluster } = index
  const isOn = (name: string) => booleanOf(metaOf(cluster, entry, name))
  if (isOn('maintenance') === true) return `${quote(entry.id)} is in maintenance`
  if (isOn('is-managed') === false) return `${quote(entry.id)} is not managed`
  if (isOn('maintenance') === false) return undefined
  const isManaged = isOn('is-managed') ?? booleanOf(propertyOf(cluster, 'is-managed-default'))
  if (isManaged === false) return `${quote(entry.id)} is not managed`
  return booleanOf(propertyOf(cluster, 'maintenance-mode')) === true
    ? 'the cluster is in maintenance mode'
    : undefined
}

/** A node that is in maintenance: what runs there stays there. */
export function nodeInMaintenance(cluster: Cluster): string | undefined {
  return nodesOf(cluster).find(
    ({ instanceAttributes }) => booleanOf(nvpairValue(instanceAttributes, 'maintenance')) === true,
  )?.uname
}

/** The value of a cluster option. */
export function propertyOf(cluster: Cluster, name: string): string | undefined {
  return nvpairValue(cluster.configuration.crmConfig?.items ?? [], name)
}

/** True where an operator has stopped the resource or one of its ancestors. */
export function isDisabled(index: ResourceIndex, entry: ResourceEntry): boolean {
  return metaOf(index.cluster, entry, 'target-role')?.toLowerCase() === 'stopped'
}
