import { memoizePerCluster } from '../graph/resource/memoize.js'
import { metaOf } from '../graph/resource/meta-attributes.js'
import { type ResourceEntry, type ResourceIndex, resourceIndex } from '../graph/resource/resource-index.js'
import { booleanOf, type Cluster, type ClusterNode, nodesOf, nvpairValue } from '../model/index.js'

/** What rules ask of a cluster again and again, worked out once. */
export interface Facts {
  readonly index: ResourceIndex
  /** The nodes of `<nodes>` by their names. */
  readonly nodes: ReadonlyMap<string, ClusterNode>
  /** The value of a cluster option, undefined where it is not set. */
  readonly option: (name: string) => string | undefined
  /** The boolean value of a cluster option; the default where it is not set or is no boolean. */
  readonly isOn: (name: string, byDefault: boolean) => boolean
  /** The value of a meta attribute of a resource as Pacemaker resolves it. */
  readonly meta: (entry: ResourceEntry, name: string) => string | undefined
}

/** The facts of a cluster. */
export const factsOf = memoizePerCluster((cluster: Cluster): Facts => {
  const sets = cluster.configuration.crmConfig?.items ?? []
  const option = (name: string) => nvpairValue(sets, name)
  return {
    index: resourceIndex(cluster),
    nodes: new Map(nodesOf(cluster).map((node) => [node.uname ?? '', node])),
    option,
    isOn: (name, byDefault) => booleanOf(option(name)) ?? byDefault,
    meta: (entry, name) => metaOf(cluster, entry, name),
  }
})
