import { colocationClosure } from '../graph/colocation/runs-only-with.js'
import type { Cluster, Resource } from '../model/index.js'
import { idsIn } from './points.js'

/** `rsc` was bound to run where `withRsc` runs only through what left. */
export interface LostColocation {
  readonly rsc: string
  readonly withRsc: string
}

/**
 * The pairs of which the full cluster guaranteed that one runs only with the other, and the light one does not; of
 * kept resources and members of kept groups. One that follows from others is left out.
 */
export function lostColocations(full: Cluster, light: Cluster, kept: readonly Resource[]): LostColocation[] {
  const groupOf = new Map<string, string>()
  for (const resource of kept) {
    if (resource.element === 'group') for (const { id } of resource.members) groupOf.set(id, resource.id)
  }
  const ids = kept.flatMap(idsIn)
  const bindings = (cluster: Cluster) => new Map(ids.map((id) => [id, colocationClosure(cluster, id)]))
  const [before, after] = [bindings(full), bindings(light)]
  const isBound = (rsc: string, withRsc: string) => rsc !== withRsc && before.get(rsc)?.(withRsc) === true
  const isLost = (rsc: string, withRsc: string) => isBound(rsc, withRsc) && after.get(rsc)?.(withRsc) !== true
  const groupsOf = (rsc: string, withRsc: string) => {
    const [group = rsc, withGroup = withRsc] = [groupOf.get(rsc), groupOf.get(withRsc)]
    const pairs = [
      [group, withGroup],
      [group, withRsc],
      [rsc, withGroup],
    ] as const
    return pairs.filter(([one, other]) => one !== other && (one !== rsc || other !== withRsc))
  }
  const follows = (rsc: string, withRsc: string) =>
    groupsOf(rsc, withRsc).some((pair) => isLost(...pair)) ||
    ids.some((middle) => isBound(rsc, middle) && isBound(middle, withRsc) && !isBound(middle, rsc))
  return ids.flatMap((rsc) =>
    ids.filter((id) => isLost(rsc, id) && !follows(rsc, id)).map((withRsc) => ({ rsc, withRsc })),
  )
}
