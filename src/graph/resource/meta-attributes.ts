import { type Cluster, type MetaAttributes, nvpairValue } from '../../model/index.js'
import type { ResourceEntry } from './resource-index.js'

/** A meta attribute as Pacemaker resolves it: the resource's own, then that of its ancestors, then `rsc_defaults`. */
export function metaOf(cluster: Cluster, entry: ResourceEntry, name: string): string | undefined {
  for (let at: ResourceEntry | undefined = entry; at !== undefined; at = at.parent) {
    const own = nvpairValue(at.metaAttributes, name)
    if (own !== undefined) return own
  }
  return nvpairValue(defaultsOf(cluster), name)
}

function defaultsOf(cluster: Cluster): readonly MetaAttributes[] {
  return cluster.configuration.rscDefaults?.items ?? []
}
