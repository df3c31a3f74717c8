import { mustFollow } from '../graph/analysis/starts-after.js'
import { orderGraph } from '../graph/order/build-order-graph.js'
import type { Cause, Vertex } from '../graph/order/vertex.js'
import { type Cluster, primitivesOf, resourcesOf, type SystemdService } from '../model/index.js'

type Kept = Required<Pick<SystemdService, 'after' | 'wants'>>

/**
 * The orders of `full` between units that left it, by the unit that starts later: the nearest before it, directly or
 * through resources that have no unit. A unit that Pacemaker still runs is none of them: After= cannot wait for it, and
 * Wants= would start it. Wants= only where both are clones, so that each node has both.
 */
export function keptOrders(
  light: Cluster,
  full: Cluster,
  units: ReadonlyMap<string, string>,
): ReadonlyMap<string, Kept> {
  const stayed = new Set(
    resourcesOf(light)
      .flatMap((resource) => [resource, ...primitivesOf(resource)])
      .map(({ id }) => id),
  )
  const unitOf = new Map(units)
  const cloned = new Set<string>()
  for (const resource of resourcesOf(full)) {
    if (resource.element !== 'clone' && resource.element !== 'master') continue
    const inside = primitivesOf(resource).flatMap(({ id }) => units.get(id) ?? [])
    for (const unit of inside) cloned.add(unit)
    if (inside.length === 1) unitOf.set(resource.id, inside[0] as string)
  }
  const graph = orderGraph(full)
  const follows = (counts: (cause: Cause) => boolean) => {
    const step = mustFollow(graph, counts)
    return (id: string): ReadonlySet<string> => {
      const begin = graph.completion(id, 'start')
      const seen = new Set<Vertex>(begin === undefined ? [] : [begin])
      const found = new Set<string>()
      for (const vertex of seen) {
        for (const next of graph.successors(vertex)) {
          if (!step(vertex, next)) continue
          const unit = unitOf.get(next.resource)
          if (unit !== undefined && unit !== unitOf.get(id)) found.add(unit)
          else if (!stayed.has(next.resource)) seen.add(next)
        }
      }
      return found
    }
  }
  const all = follows(() => true)
  const mandatory = follows((cause) => !('id' in cause) || cause.kind === 'Mandatory')
  const kept = new Map<string, { after: string[]; wants: string[] }>()
  for (const [id, first] of unitOf) {
    const wanted = mandatory(id)
    for (const then of all(id)) {
      const { after, wants } = kept.get(then) ?? { after: [], wants: [] }
      if (!after.includes(first)) after.push(first)
      if (wanted.has(then) && cloned.has(first) && cloned.has(then) && !wants.includes(first))
        wants.push(first)
      kept.set(then, { after, wants })
    }
  }
  return kept
}
