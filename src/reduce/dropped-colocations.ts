import { colocationClosure } from '../graph/guarantee/runs-only-with.js'
import type { Cluster, Resource } from '../model/index.js'
import { constraintIds } from './points.js'

/** A dropped guarantee: in the full cluster, `rsc` runs only where `withRsc` runs. */
export interface DroppedColocation {
  readonly rsc: string
  readonly withRsc: string
}

/**
 * The pairs of which the full cluster guaranteed that one runs only with the other, and the light one does not; of
 * kept resources and members of kept groups. One that follows from others is left out.
 */
export function droppedColocations(
  full: Cluster,
  light: Cluster,
  kept: readonly Resource[],
): DroppedColocation[] {
  const groupOf = new Map<string, string>()
  for (const resource of kept) {
    if (resource.element === 'group') for (const { id } of resource.members) groupOf.set(id, resource.id)
  }
  const ids = kept.flatMap(constraintIds)
  const bindings = (cluster: Cluster) => new Map(ids.map((id) => [id, colocationClosure(cluster, id)]))
  const [before, after] = [bindings(full), bindings(light)]
  const isBound = (rsc: string, withRsc: string) => rsc !== withRsc && before.get(rsc)?.(withRsc) === true
  const isDropped = (rsc: string, withRsc: string) =>
    isBound(rsc, withRsc) && after.get(rsc)?.(withRsc) !== true
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
    groupsOf(rsc, withRsc).some((pair) => isDropped(...pair)) ||
    ids.some((middle) => isBound(rsc, middle) && isBound(middle, withRsc) && !isBound(middle, rsc))
  return ids.flatMap((rsc) =>
    ids.filter((id) => isDropped(rsc, id) && !follows(rsc, id)).map((withRsc) => ({ rsc, withRsc })),
  )
}
