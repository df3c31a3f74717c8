import type { Cluster, Policy } from '../../model/index.js'
import type { ClusterReport } from '../live/report.js'
import { brokenIn } from './breach.js'

/** What policies forbid and is so in a live cluster, in words; as far as they are about where resources run. */
export function brokenNow(
  cluster: Cluster,
  policies: readonly Policy[],
  { online, resources }: ClusterReport,
): readonly string[] {
  const active = resources.flatMap(({ id, active: places }) =>
    places.map((place) => ({ id, instance: id, ...place })),
  )
  return policies
    .flatMap(({ questions }) => questions?.(cluster) ?? [])
    .flatMap((alternatives) => brokenIn(cluster, alternatives, { online, active }))
}
