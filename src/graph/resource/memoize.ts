import type { Cluster } from '../../model/index.js'
import { assertWellFormed } from '../../model/wellformed/malformed.js'

/** The function, computed once for each cluster; a cluster never changes. */
export function memoizePerCluster<Result extends object>(
  compute: (cluster: Cluster) => Result,
): (cluster: Cluster) => Result {
  const results = new WeakMap<Cluster, Result>()
  return (cluster) => {
    const known = results.get(cluster)
    if (known !== undefined) return known
    assertWellFormed(cluster)
    const result = compute(cluster)
    results.set(cluster, result)
    return result
  }
}
