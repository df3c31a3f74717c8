import type { CibElement, Cluster } from '../../src/model/index.js'
import { mapChildren, placesOf } from '../../src/model/walk.js'

const hands = new Set(['is-managed', 'maintenance', 'maintenance-mode'])

/** The cluster with everything managed, as it was before an operator took hands off something. */
export function managedCluster(cluster: Cluster): Cluster {
  const change = (child: CibElement): CibElement | undefined =>
    child.element === 'nvpair' && hands.has(child.name ?? '') ? undefined : mapChildren(child, change)
  return mapChildren(cluster, change)
}

/** True where something is not managed, now or at some time. */
export function hasHandsOff(cluster: Cluster): boolean {
  return placesOf(cluster, 'nvpair').some(({ element }) => hands.has(element.name ?? ''))
}
