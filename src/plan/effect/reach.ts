import { startsReached } from '../../graph/analysis/starts-reached.js'
import { placementOf } from '../../graph/colocation/placement.js'
import { orderGraph } from '../../graph/order/build-order-graph.js'
import type { Cause } from '../../graph/order/vertex.js'
import { isDisabled } from '../../graph/resource/managed.js'
import { memoizePerCluster } from '../../graph/resource/memoize.js'
import { propertyOf } from '../../graph/resource/meta-attributes.js'
import { resourceIndex, topOf } from '../../graph/resource/resource-index.js'
import {
  booleanOf,
  type Cluster,
  constraintsOf,
  INFINITY_SCORE,
  primitivesOf,
  resourcesOf,
} from '../../model/index.js'
import { topReferences } from '../order/constraint-places.js'

/** Whom a resource at the top level pulls with it; all ids are those of resources at the top level. */
interface Reach {
  /** Those that an order starts again after it. */
  readonly after: (id: string) => Iterable<string>
  /** Those that are placed by where it runs. */
  readonly dependents: ReadonlyMap<string, ReadonlySet<string>>
  /** Those by which it is placed. */
  readonly primaries: ReadonlyMap<string, ReadonlySet<string>>
}

const reachIn = memoizePerCluster((cluster): Reach => {
  const index = resourceIndex(cluster)
  const [dependents, primaries] = [new Map<string, Set<string>>(), new Map<string, Set<string>>()]
  for (const { dependent, primary } of placementOf(cluster).links) {
    const [one, other] = [topOf(dependent).id, topOf(primary).id]
    if (one === other) continue
    addTo(dependents, other, one)
    addTo(primaries, one, other)
  }
  const graph = orderGraph(cluster)
  const known = new Map<string, ReadonlySet<string>>()
  const after = (id: string) => {
    const found = known.get(id)
    if (found !== undefined) return found
    const done = graph.completion(id, 'start')
    const reached = done === undefined ? [] : [...startsReached(graph, done, isKept)]
    const tops = new Set(reached.flatMap((one) => index.get(one) ?? []).map((entry) => topOf(entry).id))
    tops.delete(id)
    known.set(id, tops)
    return tops
  }
  return { after, dependents, primaries }
})

function isKept(cause: Cause): boolean {
  return !('id' in cause) || cause.kind !== 'Optional'
}

function addTo(map: Map<string, Set<string>>, key: string, value: string): void {
  const set = map.get(key)
  if (set === undefined) map.set(key, new Set([value]))
  else set.add(value)
}

/** What may stop, start or move with these resources, without themselves; by `primaries` also what they are placed by. */
export function reachedFrom(
  seeds: Iterable<string>,
  clusters: readonly Cluster[],
  { primaries = false }: { readonly primaries?: boolean } = {},
): ReadonlySet<string> {
  const own = new Set(seeds)
  const found = new Set(own)
  for (const id of found) {
    for (const cluster of clusters) {
      const reach = reachIn(cluster)
      for (const other of reach.after(id)) found.add(other)
      for (const other of reach.dependents.get(id) ?? []) found.add(other)
      for (const other of primaries ? (reach.primaries.get(id) ?? []) : []) found.add(other)
    }
  }
  for (const id of own) found.delete(id)
  return found
}

/** The resources of which the configuration does not decide that they run: those that are stopped or banned, and what needs them. */
export const doubtfulIn = memoizePerCluster((cluster): ReadonlySet<string> => {
  const index = resourceIndex(cluster)
  const all = resourcesOf(cluster).map(({ id }) => id)
  const hasNoFencing =
    booleanOf(propertyOf(cluster, 'stonith-enabled')) !== false &&
    !resourcesOf(cluster).some((one) => primitivesOf(one).some((inside) => inside.class === 'stonith'))
  if (hasNoFencing || booleanOf(propertyOf(cluster, 'symmetric-cluster')) === false) return new Set(all)
  const doubtful = new Set<string>()
  for (const entry of index.entries) if (isDisabled(index, entry)) doubtful.add(topOf(entry).id)
  const { locations, links } = placementOf(cluster)
  for (const entry of index.entries) {
    const canRun = (node: string) => (locations.scoreOn(entry, node) ?? -INFINITY_SCORE) > -INFINITY_SCORE
    if (entry.resource !== undefined && !locations.nodes.some(canRun)) doubtful.add(topOf(entry).id)
  }
  const placedBy = new Map<string, Set<string>>()
  for (const { dependent, primary, score } of links) {
    if (score < 0) doubtful.add(topOf(dependent).id)
    if (score >= INFINITY_SCORE) addTo(placedBy, topOf(dependent).id, topOf(primary).id)
  }
  // What must run beside several others runs only where these have come together.
  for (const [id, primaries] of placedBy) if (primaries.size > 1) doubtful.add(id)
  for (const constraint of constraintsOf(cluster)) {
    if (constraint.element !== 'rsc_ticket') continue
    for (const id of topReferences(constraint, cluster)) doubtful.add(id)
  }
  return new Set([...doubtful, ...reachedFrom(doubtful, [cluster])])
})
