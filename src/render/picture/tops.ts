import { type Cluster, resourcesOf } from '../../model/index.js'

/** Each resource and the one at the top level that holds it. */
export function topsOf(cluster: Cluster): ReadonlyMap<string, string> {
  const tops = new Map<string, string>()
  for (const resource of resourcesOf(cluster)) {
    const inner = 'resource' in resource ? [resource.resource] : []
    const bundled = resource.element === 'bundle' && resource.primitive ? [resource.primitive] : []
    const groups = [resource, ...inner].flatMap((item) => (item.element === 'group' ? item.members : []))
    for (const { id } of [resource, ...inner, ...groups, ...bundled])
      if (!tops.has(id)) tops.set(id, resource.id)
  }
  return tops
}
