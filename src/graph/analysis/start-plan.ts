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
  const positions = positionsOf(graph)
  const starts = graph.vertices.filter((vertex) => vertex.action === 'start' && isWork(graph, vertex))
  const levels: string[][] = []
  let last: Vertex | undefined
  for (const start of starts) {
    const position = positions.get(start)
    if (position === undefined) continue
    while (levels.length <= position.level) levels.push([])
    levels[position.level]?.push(start.resource)
    if (position.level > (last === undefined ? -1 : (positions.get(last)?.level ?? -1))) last = start
  }
  return {
    levels: levels.filter((level) => level.length > 0),
    longestChain: last === undefined ? [] : chainTo(last, positions),
    neverStart: starts.filter((start) => !positions.has(start)).map(({ resource }) => resource),
  }
}

interface Position {
  readonly level: number
  /** The action of an agent that it waits for, one level before. */
  readonly after?: Vertex
}

function positionsOf(graph: OrderGraph): ReadonlyMap<Vertex, Position> {
  const positions = new Map<Vertex, Position>()
  for (const vertex of topological(graph)) {
    let position: Position = { level: 0 }
    for (const before of graph.predecessors(vertex)) {
      const { level, after } = positions.get(before) ?? position
      const next = isWork(graph, before)
        ? { level: level + 1, after: before }
        : { level, ...(after && { after }) }
      if (phaseOf(before) !== 'down' && next.level > position.level) position = next
    }
    positions.set(vertex, position)
  }
  return positions
}

/** True for what an agent does; pseudo-actions and the parts of bundles take no level. */
function isWork(graph: OrderGraph, { resource, action, part }: Vertex): boolean {
  const isAction = action === 'start' || action === 'promote'
  return isAction && part === undefined && graph.vertex(resource, 'running') === undefined
}

function chainTo(last: Vertex, positions: ReadonlyMap<Vertex, Position>): string[] {
  const chain: string[] = []
  for (let at: Vertex | undefined = last; at !== undefined; at = positions.get(at)?.after) {
    if (at.action === 'start') chain.push(at.resource)
  }
  return chain.reverse()
}
