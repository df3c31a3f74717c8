import type { CibElement, Cluster } from '../../model/index.js'
import { mapChildren, placesOf } from '../../model/walk.js'

const names = new Set(['is-managed', 'maintenance', 'maintenance-mode'])

/** The cluster with everything managed, as it was before an operator took that away. */
export function managedCluster(cluster: Cluster): Cluster {
  const change = (child: CibElement): CibElement | undefined =>
    child.element === 'nvpair' && names.has(child.name ?? '') ? undefined : mapChildren(child, change)
  return mapChildren(cluster, change)
}

/** True where something is not managed, now or at some time. */
export function hasUnmanaged(cluster: Cluster): boolean {
  return placesOf(cluster, 'nvpair').some(({ element }) => names.has(element.name ?? ''))
}
