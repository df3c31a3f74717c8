import { type Cluster, type Resource, type Tag, walk } from '../model/index.js'

/** The tags without what left; one that named nothing else leaves too. */
export function keepTags(cluster: Cluster, moved: readonly Resource[]): readonly Tag[] {
  const gone = new Set<string>()
  for (const resource of moved) {
    walk(resource, ({ element }) => {
      if ('id' in element && element.id !== undefined) gone.add(element.id)
    })
  }
  return (cluster.configuration.tags?.items ?? []).flatMap((tag) => {
    const objRefs = tag.objRefs.filter(({ id }) => !gone.has(id ?? ''))
    if (objRefs.length === tag.objRefs.length) return [tag]
    return objRefs.length === 0 ? [] : [{ ...tag, objRefs }]
  })
}
