import type { Cluster } from '../../model/index.js'
import { orderGraph } from '../order/build-order-graph.js'
import type { OrderGraph } from '../order/order-graph.js'
import { phaseOf, type Vertex } from '../order/vertex.js'
import { topological } from './topological-sort.js'

/** How a start of everything goes. */
export interface StartPlan {
  /** The primitives that can start at the same time, level after level; each waits for one of the level before. */
  readonly levels: readonly (readonly string[])[]
  /** The longest chain of primitives that start one after the other. */
  readonly longestChain: readonly string[]
  /** The primitives that never start: they are in a cycle, or wait for one that is. */
  readonly neverStart: readonly string[]
}

/** The levels in which the primitives of a cluster start from nothing; a promotion takes a level of its own. */
export function startPlan(cluster: Cluster): StartPlan {
  const graph = orderGraph(cluster)
  const places = placesOf(graph)
  const starts = graph.vertices.filter((vertex) => vertex.action === 'start' && isWork(graph, vertex))
  const waves: string[][] = []
  let last: Vertex | undefined
  for (const start of starts) {
    const place = places.get(start)
    if (place === undefined) continue
    while (waves.length <= place.wave) waves.push([])
    waves[place.wave]?.push(start.resource)
    if (place.wave > (last === undefined ? -1 : (places.get(last)?.wave ?? -1))) last = start
  }
  return {
    levels: waves.filter((wave) => wave.length > 0),
    longestChain: last === undefined ? [] : chainTo(last, places),
    neverStart: starts.filter((start) => !places.has(start)).map(({ resource }) => resource),
  }
}

interface Place {
  readonly wave: number
  /** The action that really runs, one wave before. */
  readonly after?: Vertex
}

function placesOf(graph: OrderGraph): ReadonlyMap<Vertex, Place> {
  const places = new Map<Vertex, Place>()
  for (const vertex of topological(graph)) {
    let place: Place = { wave: 0 }
    for (const before of graph.predecessors(vertex)) {
      const { wave, after } = places.get(before) ?? place
      const next = isWork(graph, before)
        ? { wave: wave + 1, after: before }
        : { wave, ...(after && { after }) }
      if (phaseOf(before) !== 'down' && next.wave > place.wave) place = next
    }
    places.set(vertex, place)
  }
  return places
}

/** True for what an agent does; pseudo-actions and the parts of bundles take no wave. */
function isWork(graph: OrderGraph, { resource, action, part }: Vertex): boolean {
  const isAction = action === 'start' || action === 'promote'
  return isAction && part === undefined && graph.vertex(resource, 'running') === undefined
}

function chainTo(last: Vertex, places: ReadonlyMap<Vertex, Place>): string[] {
  const chain: string[] = []
  for (let at: Vertex | undefined = last; at !== undefined; at = places.get(at)?.after) {
    if (at.action === 'start') chain.push(at.resource)
  }
  return chain.reverse()
}
