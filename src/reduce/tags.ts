import type { Cluster, Resource, Tag } from '../model/index.js'
import { idsIn } from '../model/walk.js'

/** The tags without the resources that leave; a tag of nothing else is removed. */
export function reduceTags(cluster: Cluster, moved: readonly Resource[]): readonly Tag[] {
  const gone = idsIn(moved)
  return (cluster.configuration.tags?.items ?? []).flatMap((tag) => {
    const objRefs = tag.objRefs.filter(({ id }) => !gone.has(id ?? ''))
    if (objRefs.length === tag.objRefs.length) return [tag]
    return objRefs.length === 0 ? [] : [{ ...tag, objRefs }]
  })
}
