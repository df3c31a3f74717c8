import { runsOnlyWith } from '../graph/index.js'
import type { Cluster, Resource } from '../model/index.js'

/** `rsc` was bound to run where `withRsc` runs only through what left. */
export interface LostColocation {
  readonly rsc: string
  readonly withRsc: string
}

/** The pairs of kept resources of which the full cluster guaranteed that one runs only with the other, and the light one does not. */
export function lostColocations(full: Cluster, light: Cluster, kept: readonly Resource[]): LostColocation[] {
  const guaranteed = (cluster: Cluster, rsc: string, withRsc: string) =>
    runsOnlyWith(cluster, rsc, withRsc).verdict === 'guaranteed'
  return kept.flatMap(({ id: rsc }) =>
    kept
      .filter(({ id }) => id !== rsc && guaranteed(full, rsc, id) && !guaranteed(light, rsc, id))
      .map(({ id: withRsc }) => ({ rsc, withRsc })),
  )
}
