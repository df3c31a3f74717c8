import type { OrderGraph } from '../graph/order/order-graph.js'
import { type OrderAction, phaseOf, type Vertex } from '../graph/order/vertex.js'
import type { Resource } from '../model/index.js'

/** What an order can name: an action of a resource at the top level, or of a member of such a group. */
export interface Point {
  readonly id: string
  readonly action: OrderAction
  readonly begin: Vertex
  readonly done: Vertex
}

/** Which points wait for which. */
export interface Relation {
  /** The points that begin only after this one is done. */
  readonly after: (first: Point) => ReadonlySet<Point>
  /** True where the second is not done before the first is. */
  readonly includes: (inner: Point, outer: Point) => boolean
  /** True where the second does not begin before the first has begun. */
  readonly begins: (outer: Point, inner: Point) => boolean
}

type Follows = (from: Vertex, to: Vertex) => boolean

/** The ids by which constraints name a resource at the top level and what is in it. */
export function constraintIds(resource: Resource): string[] {
  const members = resource.element === 'group' ? resource.members : []
  return [resource.id, ...members.map(({ id }) => id)]
}

/** The points of the resources in one phase. */
export function pointsOf(kept: readonly Resource[], graph: OrderGraph, phase: 'up' | 'down'): Point[] {
  const actions: readonly OrderAction[] = ['start', 'promote', 'stop', 'demote']
  return kept.flatMap(constraintIds).flatMap((id) =>
    actions.flatMap((action): Point[] => {
      const [begin, done] = [graph.vertex(id, action), graph.completion(id, action)]
      return begin && done && phaseOf(begin) === phase ? [{ id, action, begin, done }] : []
    }),
  )
}

/** The relation that the followed steps of a graph make among points. */
export function relation(graph: OrderGraph, points: readonly Point[], follows: Follows): Relation {
  const fromDone = memoized((point) => reachable(graph, point.done, follows))
  const fromBegin = memoized((point) => reachable(graph, point.begin, follows))
  return {
    after: memoized((first) => new Set(points.filter(({ begin }) => fromDone(first).has(begin)))),
    includes: (inner, outer) => inner === outer || fromDone(inner).has(outer.done),
    begins: (outer, inner) => outer === inner || fromBegin(outer).has(inner.begin),
  }
}

function memoized<Result>(make: (point: Point) => Result): (point: Point) => Result {
  const known = new Map<Point, Result>()
  return (point) => {
    const result = known.get(point) ?? make(point)
    known.set(point, result)
    return result
  }
}

function reachable(graph: OrderGraph, from: Vertex, follows: Follows): ReadonlySet<Vertex> {
  const seen = new Set<Vertex>()
  const found = new Set<Vertex>([from])
  for (const vertex of found) {
    for (const successor of graph.successors(vertex)) {
      if (!follows(vertex, successor)) continue
      seen.add(successor)
      found.add(successor)
    }
  }
  return seen
}

/** The name of a point, the same in every graph. */
export function nameOf({ id, action }: Point): string {
  return `${action} ${id}`
}
