import { type Cluster, type FencingLevel, type Place, placesOf } from '../../../model/index.js'

/** The fencing levels of each node that is named, in document order; those of patterns and attributes left out. */
export function levelsByTarget(cluster: Cluster): ReadonlyMap<string, readonly Place<FencingLevel>[]> {
  const levels = new Map<string, Place<FencingLevel>[]>()
  for (const place of placesOf(cluster, 'fencing-level')) {
    const { target } = place.element
    if (target === undefined) continue
    const known = levels.get(target)
    if (known === undefined) levels.set(target, [place])
    else known.push(place)
  }
  return levels
}

/** The ids in the devices of a level. */
export function devicesOf({ devices }: FencingLevel): readonly string[] {
  return (devices ?? '').split(',').flatMap((id) => (id.trim() === '' ? [] : [id.trim()]))
}
