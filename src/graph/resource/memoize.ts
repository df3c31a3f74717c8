import type { Cluster } from '../../model/index.js'

/** The function, its result kept for as long as the cluster is; clusters never change. */
export function memoizePerCluster<Result extends object>(
  make: (cluster: Cluster) => Result,
): (cluster: Cluster) => Result {
  const results = new WeakMap<Cluster, Result>()
  return (cluster) => {
    const known = results.get(cluster)
    if (known !== undefined) return known
    const result = make(cluster)
    results.set(cluster, result)
    return result
  }
}
