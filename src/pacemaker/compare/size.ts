import { startPlan } from '../../graph/analysis/start-plan.js'
import { type Cluster, constraintsOf, primitivesOf, resourcesOf } from '../../model/index.js'

/** How large a cluster is. */
export interface ClusterSize {
  /** Primitives, those in groups, clones and bundles too. */
  readonly primitives: number
  readonly orders: number
  readonly colocations: number
  readonly locations: number
  /** The longest chain of primitives that start one after the other. */
  readonly longestStartChain: readonly string[]
}

export function sizeOf(cluster: Cluster): ClusterSize {
  const constraints = constraintsOf(cluster)
  const count = (name: string) => constraints.filter(({ element }) => element === name).length
  return {
    primitives: resourcesOf(cluster)
      .filter(({ element }) => element !== 'template')
      .flatMap((resource) => primitivesOf(resource)).length,
    orders: count('rsc_order'),
    colocations: count('rsc_colocation'),
    locations: count('rsc_location'),
    longestStartChain: startPlan(cluster).longestChain,
  }
}
