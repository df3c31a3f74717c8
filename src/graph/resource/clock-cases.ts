import type { Cluster } from '../../model/index.js'
import { areTooMany, assuming, assumptionFor, assumptionsAbout, type Undecided } from './assumptions.js'
import { undecidedIn } from './attribute-sets.js'
import { memoizePerCluster } from './memoize.js'
import { undecidedFor } from './meta-attributes.js'
import { resourceIndex } from './resource-index.js'

/**
 * The cluster in each case that the clock may bring about: each set of meta attributes or options with such a rule is
 * in effect or not. Just the cluster itself where there is no such rule; none where there are too many.
 */
export const clockCases = memoizePerCluster((cluster): readonly Cluster[] => {
  if (assumptionFor(cluster) !== undefined) return [cluster]
  const options = undecidedIn(cluster.configuration.crmConfig?.items ?? [], {}, cluster)
  const undecided = new Set<Undecided>(options)
  for (const entry of resourceIndex(cluster).entries) {
    for (const set of undecidedFor(cluster, entry)) undecided.add(set)
  }
  const all = [...undecided]
  if (all.length === 0) return [cluster]
  return areTooMany(all) ? [] : assumptionsAbout(all).map((assumption) => assuming(cluster, assumption))
})
