import {
  type OrderGraph,
  type OrderKind,
  orderGraph,
  type Step,
  shortestPath,
  type Vertex,
} from '../graph/index.js'
import { type Cluster, isPromotable, type Resource } from '../model/index.js'

/** `then` waited for `first` only through what left. */
export interface LostOrder {
  readonly first: string
  readonly firstAction: 'start' | 'promote'
  readonly then: string
  /** Mandatory where every order on the way was. */
  readonly kind: OrderKind
  /** The resources between the two, in order. */
  readonly through: readonly string[]
  /** The ids of the orders on the way. */
  readonly constraints: readonly string[]
}

/**
 * The start orders between resources that stay, which held in the full cluster and hold no longer;
 * one that follows from two others is left out.
 */
export function lostOrders(full: Cluster, light: Cluster, kept: readonly Resource[]): LostOrder[] {
  const [before, after] = [orderGraph(full), orderGraph(light)]
  const waits = new Map(kept.map((first) => [first.id, waitersOf(before, first, kept)]))
  return kept.flatMap((first) => {
    const waiters = waits.get(first.id) as ReadonlySet<string>
    const direct = [...waiters].filter(
      (then) => ![...waiters].some((middle) => middle !== then && waits.get(middle)?.has(then)),
    )
    return direct.flatMap((then) => lostBetween(before, after, first, then))
  })
}

/** Those of the resources that start only after this one has started. */
export function waitersOf(
  graph: OrderGraph,
  first: Resource,
  among: readonly Resource[],
): ReadonlySet<string> {
  const from = graph.completion(first.id, 'start')
  const reached = from === undefined ? new Set<Vertex>() : reachable(graph, from)
  const waiters = among.filter(({ id }) => {
    const start = graph.vertex(id, 'start')
    return id !== first.id && start !== undefined && reached.has(start)
  })
  return new Set(waiters.map(({ id }) => id))
}

function reachable(graph: OrderGraph, from: Vertex): ReadonlySet<Vertex> {
  const seen = new Set<Vertex>([from])
  for (const vertex of seen) for (const successor of graph.successors(vertex)) seen.add(successor)
  return seen
}

function lostBetween(before: OrderGraph, after: OrderGraph, first: Resource, then: string): LostOrder[] {
  for (const firstAction of isPromotable(first) ? (['promote', 'start'] as const) : (['start'] as const)) {
    const steps = pathBetween(before, first.id, firstAction, then)
    if (steps === undefined) continue
    if (pathBetween(after, first.id, firstAction, then) !== undefined) return []
    return [{ first: first.id, firstAction, then, kind: weakestOf(steps), ...wayOf(steps, first.id, then) }]
  }
  return []
}

function pathBetween(
  graph: OrderGraph,
  first: string,
  action: 'start' | 'promote',
  then: string,
): Step[] | undefined {
  const [from, to] = [graph.completion(first, action), graph.vertex(then, 'start')]
  return from && to && shortestPath(graph, from, to)
}

function wayOf(steps: readonly Step[], first: string, then: string) {
  const passed = new Set(steps.flatMap(({ from, to }) => [from.resource, to.resource]))
  return {
    through: [...passed].filter((id) => id !== first && id !== then),
    constraints: [...new Set(steps.flatMap(({ cause }) => ('id' in cause ? [cause.id] : [])))],
  }
}

function weakestOf(steps: readonly Step[]): OrderKind {
  const kinds = steps.flatMap(({ cause }) => ('kind' in cause ? [cause.kind] : []))
  return kinds.every((kind) => kind === 'Mandatory') ? 'Mandatory' : 'Optional'
}
