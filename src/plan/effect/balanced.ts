import { memoizePerCluster } from '../../graph/resource/memoize.js'
import { metaOf } from '../../graph/resource/meta-attributes.js'
import { resourceIndex } from '../../graph/resource/resource-index.js'
import { type Cluster, resourcesOf, scoreOf } from '../../model/index.js'

/**
 * The resources that may move to another node when these come or go: what has no stickiness is placed where the least runs,
 * counted in the order of the resources, or of their priorities.
 */
export function balancedAgain(changed: ReadonlySet<string>, cluster: Cluster): readonly string[] {
  const { all, places, hasPriorities } = placedInTurn(cluster)
  const known = [...changed].flatMap((id) => places.get(id) ?? [])
  const first = hasPriorities ? 0 : Math.min(...known)
  return first === Number.POSITIVE_INFINITY
    ? []
    : all
        .slice(first)
        .filter(({ isFree }) => isFree)
        .map(({ id }) => id)
}

/** The resources in their order; a single one without stickiness is free to move. */
const placedInTurn = memoizePerCluster((cluster) => {
  const index = resourceIndex(cluster)
  const entries = resourcesOf(cluster).flatMap(({ id }) => index.get(id) ?? [])
  const all = entries.map((entry) => {
    const isSingle = entry.resource?.element === 'primitive' || entry.resource?.element === 'group'
    const isFree = isSingle && scoreOf(metaOf(cluster, entry, 'resource-stickiness') ?? '0') <= 0
    return { id: entry.id, isFree }
  })
  const places = new Map(all.map(({ id }, at) => [id, at]))
  return {
    all,
    places,
    hasPriorities: entries.some((entry) => metaOf(cluster, entry, 'priority') !== undefined),
  }
})
