import { metaOf } from '../../graph/resource/meta-attributes.js'
import { resourceIndex } from '../../graph/resource/resource-index.js'
import { type Cluster, resourcesOf, scoreOf } from '../../model/index.js'

/**
 * The resources that may move to another node when these come or go: what has no stickiness is placed where the least runs,
 * counted in the order of the resources, or of their priorities.
 */
export function balancedAgain(changed: ReadonlySet<string>, cluster: Cluster): readonly string[] {
  const index = resourceIndex(cluster)
  const all = resourcesOf(cluster).flatMap(({ id }) => index.get(id) ?? [])
  const meta = (entry: (typeof all)[number], name: string) => metaOf(cluster, entry, name)
  const hasPriorities = all.some((entry) => meta(entry, 'priority') !== undefined)
  const first = hasPriorities ? 0 : all.findIndex(({ id }) => changed.has(id))
  if (first < 0) return []
  return all
    .slice(first)
    .filter((entry) => {
      const isSingle = entry.resource?.element === 'primitive' || entry.resource?.element === 'group'
      return isSingle && scoreOf(meta(entry, 'resource-stickiness') ?? '0') <= 0
    })
    .map(({ id }) => id)
}
