import { isInside, type ResourceEntry } from '../resource/resource-index.js'
import type { OrderGraph } from './order-graph.js'
import type { ConstraintCause, OrderAction, Vertex } from './vertex.js'

/** One side of an order: a resource and what it does. */
export interface Side {
  readonly entry: ResourceEntry
  readonly action: OrderAction
}

/**
 * Orders one resource's action after another's; nothing where a resource has no such action. The first side, where
 * it is collective, has done its action as a whole, unless the other side is the same resource or inside it.
 */
export function link(graph: OrderGraph, first: Side, then: Side, cause: ConstraintCause): void {
  const { id } = first.entry
  const isOwn = first.entry === then.entry || isInside(then.entry, first.entry)
  const from = isOwn ? graph.vertex(id, first.action) : graph.completion(id, first.action)
  graph.connect(from, vertexOf(graph, then), cause)
}

/** Orders each of one list before each of another; where they are many, by a join, so that edges are as many as resources. */
export function linkAll(
  graph: OrderGraph,
  firsts: readonly Side[],
  thens: readonly Side[],
  cause: ConstraintCause,
): void {
  if (Math.min(firsts.length, thens.length) < 2 || firsts.length * thens.length < graph.joinsFrom) {
    for (const first of firsts) for (const then of thens) link(graph, first, then, cause)
    return
  }
  const join = graph.addJoin(cause.id)
  const joined = joinable(thens)
  for (const first of firsts) {
    if (joined(first)) graph.connect(graph.completion(first.entry.id, first.action), join, cause)
    else for (const then of thens) link(graph, first, then, cause)
  }
  for (const then of thens) graph.connect(join, vertexOf(graph, then), cause)
  linkSame(graph, firsts, thens, cause)
}

/** Orders each of a list before all that follow it in the list. */
export function linkOnwards(graph: OrderGraph, sides: readonly Side[], cause: ConstraintCause): void {
  const isLong = (sides.length * (sides.length - 1)) / 2 >= graph.joinsFrom
  const joined = isLong ? joinable(sides) : () => false
  const seen = new Map<ResourceEntry, Side>()
  let before: Vertex | undefined
  for (const [at, side] of sides.entries()) {
    if (before !== undefined) graph.connect(before, vertexOf(graph, side), cause)
    if (seen.has(side.entry)) link(graph, side, side, cause)
    seen.set(side.entry, side)
    if (!joined(side)) for (const then of sides.slice(at + 1)) link(graph, side, then, cause)
    if (!isLong) continue
    const join = graph.addJoin(cause.id)
    graph.connect(before, join, cause)
    if (joined(side)) graph.connect(graph.completion(side.entry.id, side.action), join, cause)
    before = join
  }
}

/** True for a side that is neither one of the others, if it is collective, nor an ancestor of one. */
function joinable(others: readonly Side[]): (side: Side) => boolean {
  const outer = new Set<ResourceEntry>()
  for (const { entry } of others) {
    if (entry.resource?.element !== 'primitive') outer.add(entry)
    for (let at = entry.parent; at !== undefined; at = at.parent) outer.add(at)
  }
  return ({ entry }) => !outer.has(entry)
}

/** Orders a resource that is on both sides against itself, which a join vertex would hide. */
function linkSame(
  graph: OrderGraph,
  firsts: readonly Side[],
  thens: readonly Side[],
  cause: ConstraintCause,
): void {
  const second = new Map(thens.map((then) => [then.entry, then]))
  for (const first of firsts) {
    const then = second.get(first.entry)
    if (then !== undefined) link(graph, first, then, cause)
  }
}

function vertexOf(graph: OrderGraph, { entry, action }: Side): Vertex | undefined {
  return graph.vertex(entry.id, action)
}
