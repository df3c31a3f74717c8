import { allNodes } from '../../graph/location/nodes.js'
import { childrenOfEntry, withAncestors } from '../../graph/resource/members.js'
import { type ResourceEntry, resourceIndex, topOf } from '../../graph/resource/resource-index.js'
import type { Cluster } from '../../model/index.js'
import type { ConstraintCause } from './constraint-causes.js'

/**
 * How many constraints are between a resource and each other that constraints connect with it: 0 for itself and what is in
 * the same group, clone or bundle. What a remote or guest node runs on is as far as one constraint.
 */
export function nearness(
  cluster: Cluster,
  id: string,
  constraints: readonly ConstraintCause[],
): ReadonlyMap<string, number> {
  const index = resourceIndex(cluster)
  const found = new Map<string, number>()
  const start = index.get(id)
  if (start === undefined) return found
  const family = (entry: ResourceEntry): readonly ResourceEntry[] => {
    const inside = (each: ResourceEntry): ResourceEntry[] => [
      each,
      ...childrenOfEntry(each, index).flatMap(inside),
    ]
    return [...withAncestors(entry), ...inside(topOf(entry))]
  }
  const hosts = allNodes(index).flatMap(({ host }) => host ?? [])
  let [distance, next] = [0, [start]]
  while (next.length > 0) {
    const reached = next.flatMap(family).filter((entry) => !found.has(entry.id))
    for (const entry of reached) found.set(entry.id, distance)
    const ids = new Set(reached.map((entry) => entry.id))
    const others = constraints
      .filter(({ kind, resources }) => kind !== 'location' && resources.some((each) => ids.has(each)))
      .flatMap(({ resources }) => resources.flatMap((each) => index.get(each) ?? []))
    next = [...others, ...(distance === 0 ? hosts : [])].filter((entry) => !found.has(entry.id))
    distance += 1
  }
  return found
}
