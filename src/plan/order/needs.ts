import { startsReached } from '../../graph/analysis/starts-reached.js'
import { placementOf } from '../../graph/colocation/placement.js'
import { orderGraph } from '../../graph/order/build-order-graph.js'
import { resourceIndex, topOf } from '../../graph/resource/resource-index.js'
import type { Cluster } from '../../model/index.js'
import { neededIds, ownIds } from '../../pcs/plan/ids.js'

/** From each of these resources at the top level to those of them that have to run, or to exist, before it. */
export type Needs = ReadonlyMap<string, ReadonlySet<string>>

/** What each of some resources needs, by any chain of orders, by a colocation, or by a reference to a part of it. */
export function needsAmong(cluster: Cluster, ids: ReadonlySet<string>): Needs {
  const index = resourceIndex(cluster)
  const needs = new Map([...ids].map((id) => [id, new Set<string>()]))
  const add = (dependent: string, needed: string) => {
    if (dependent !== needed && ids.has(needed)) needs.get(dependent)?.add(needed)
  }
  const topId = (id: string) => {
    const entry = index.get(id)
    return entry === undefined ? id : topOf(entry).id
  }
  const graph = orderGraph(cluster)
  for (const id of ids) {
    const started = graph.completion(id, 'start')
    if (started === undefined) continue
    for (const later of startsReached(graph, started)) add(topId(later), id)
  }
  for (const { dependent, primary, score } of placementOf(cluster).links) {
    if (score > 0) add(topOf(dependent).id, topOf(primary).id)
  }
  const owners = new Map<string, string>()
  for (const id of ids) for (const part of partsOf(cluster, id)) owners.set(part, id)
  for (const id of ids) {
    const resource = index.get(id)?.resource
    for (const needed of resource === undefined ? [] : neededIds(resource)) {
      const owner = owners.get(needed)
      if (owner !== undefined) add(id, owner)
    }
  }
  return needs
}

/** The ids of the parts of a resource that others may refer to. */
function partsOf(cluster: Cluster, id: string): readonly string[] {
  const resource = cluster.configuration.resources?.items.find((item) => item.id === id)
  return resource === undefined ? [] : [id, ...ownIds(resource).map(([part]) => part)]
}

/**
 * The resources in batches, what is needed before what needs it; those that need each other are one batch. Among those
 * that could be next, the first by `rank` is.
 */
export function batches(needs: Needs, rank: (id: string) => number): readonly (readonly string[])[] {
  const left = new Map(needs)
  const waiting = [...needs.keys()].sort((a, b) => rank(a) - rank(b))
  const found: string[][] = []
  const isFree = (batch: ReadonlySet<string>) =>
    [...batch].every((id) =>
      [...(left.get(id) ?? [])].every((needed) => !left.has(needed) || batch.has(needed)),
    )
  while (left.size > 0) {
    const free = waiting.find((id) => left.has(id) && isFree(new Set([id])))
    const batch = free === undefined ? cycleIn(left) : [free]
    for (const id of batch) left.delete(id)
    found.push(batch)
  }
  return found
}

/** Resources that need each other, and nothing else that is left. */
function cycleIn(left: Needs): string[] {
  const closure = (id: string) => {
    const reached = new Set<string>()
    for (const waiting = [id]; waiting.length > 0; ) {
      for (const needed of left.get(waiting.pop() as string) ?? []) {
        if (!left.has(needed) || reached.has(needed)) continue
        reached.add(needed)
        waiting.push(needed)
      }
    }
    return reached
  }
  // The one with the fewest in its closure is in a cycle that needs nothing outside.
  const all = [...left.keys()].map((id) => ({ id, reached: closure(id) }))
  const smallest = all.reduce((one, other) => (other.reached.size < one.reached.size ? other : one))
  return [...left.keys()].filter((id) => id === smallest.id || smallest.reached.has(id))
}
