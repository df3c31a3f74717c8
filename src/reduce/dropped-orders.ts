import { shortestPath } from '../graph/analysis/shortest-path.js'
import { mustFollow } from '../graph/analysis/starts-after.js'
import { orderGraph } from '../graph/order/build-order-graph.js'
import type { OrderGraph } from '../graph/order/order-graph.js'
import type { Cause, OrderAction, OrderKind, Step } from '../graph/order/vertex.js'
import { type Cluster, constraintsOf, type Resource } from '../model/index.js'
import { nameOf, type Point, pointsOf, type Relation, relation } from './points.js'

/** A dropped guarantee: in the full cluster, `thenAction` waits for `firstAction`. */
export interface DroppedOrder {
  readonly first: string
  readonly firstAction: OrderAction
  readonly then: string
  readonly thenAction: OrderAction
  /** Mandatory where every order on the way was. */
  readonly kind: OrderKind
  /** False where the reverse order of the opposite actions is not guaranteed. */
  readonly symmetrical: boolean
  /** The resources between the two, in order. */
  readonly through: readonly string[]
  /** The ids of the orders on the way. */
  readonly constraints: readonly string[]
}

type Terms = Pick<DroppedOrder, 'kind' | 'symmetrical'>

/** The terms of an order, the strongest first. */
const allTerms: readonly Terms[] = [
  { kind: 'Mandatory', symmetrical: true },
  { kind: 'Mandatory', symmetrical: false },
  { kind: 'Optional', symmetrical: true },
  { kind: 'Optional', symmetrical: false },
]

const counts =
  ({ kind, symmetrical }: Terms) =>
  (cause: Cause) =>
    !('id' in cause) ||
    ((kind === 'Optional' || cause.kind === 'Mandatory') && (!symmetrical || cause.symmetrical))

/**
 * The orders between resources that stay, which the full cluster guarantees and the light one does not, or on weaker
 * terms. One that follows from others is left out.
 */
export function droppedOrders(full: Cluster, light: Cluster, kept: readonly Resource[]): DroppedOrder[] {
  const [before, after] = [orderGraph(full), orderGraph(light)]
  const known = new Set<string>()
  const termsUsed = isUniform(full) ? allTerms.slice(0, 1) : allTerms
  return (['up', 'down'] as const).flatMap((phase) => {
    const points = pointsOf(kept, before, phase)
    const pointsAfter = pointsOf(kept, after, phase)
    return termsUsed.flatMap((terms) => {
      const was = relation(before, points, mustFollow(before, counts(terms)))
      const is = relation(after, pointsAfter, mustFollow(after, counts(terms)))
      return droppedPairs(points, was, namesAfter(pointsAfter, is)).flatMap(([first, then]) => {
        const name = JSON.stringify([first.id, first.action, then.id, then.action])
        if (known.has(name)) return []
        known.add(name)
        if (terms.symmetrical) known.add(mirrored(first, then))
        return [{ ...orderOf(first, then), ...terms, ...pathBetween(before, first, then, terms) }]
      })
    })
  })
}

/** True where every order has the strongest terms. */
function isUniform(cluster: Cluster): boolean {
  return constraintsOf(cluster).every(
    (constraint) =>
      constraint.element !== 'rsc_order' ||
      [constraint, ...constraint.resourceSets].every(
        ({ kind, score }) =>
          (kind === undefined || kind === 'Mandatory') &&
          score === undefined &&
          constraint.symmetrical === undefined,
      ),
  )
}

/** The pairs that are ordered in the full cluster alone, without those that follow from others. */
function droppedPairs(
  points: readonly Point[],
  was: Relation,
  reached: ReadonlyMap<string, ReadonlySet<string>>,
) {
  const direct = points.flatMap((first) => {
    const still = reached.get(nameOf(first))
    const all = [...was.after(first)]
    const middles = [...all].sort((a, b) => was.after(b).size - was.after(a).size)
    return all
      .filter((then) => still?.has(nameOf(then)) !== true)
      .filter((then) => !middles.some((middle) => middle !== then && was.after(middle).has(then)))
      .map((then) => [first, then] as const)
  })
  return direct.filter(
    ([first, then]) =>
      !direct.some(
        ([from, to]) => (from !== first || to !== then) && was.includes(first, from) && was.begins(to, then),
      ),
  )
}

/** The names of the points that wait for each. */
function namesAfter(points: readonly Point[], { after }: Relation): ReadonlyMap<string, ReadonlySet<string>> {
  return new Map(points.map((point) => [nameOf(point), new Set([...after(point)].map(nameOf))]))
}

const reverse = { start: 'stop', stop: 'start', promote: 'demote', demote: 'promote' } as const

/** The opposite actions in reverse order, which a symmetrical order implies. */
function mirrored(first: Point, then: Point): string {
  return JSON.stringify([then.id, reverse[then.action], first.id, reverse[first.action]])
}

function orderOf(first: Point, then: Point) {
  return { first: first.id, firstAction: first.action, then: then.id, thenAction: then.action }
}

function pathBetween(graph: OrderGraph, first: Point, then: Point, terms: Terms) {
  const follows = mustFollow(graph, counts(terms))
  const steps: readonly Step[] = shortestPath(graph, first.done, then.begin, { follows }) ?? []
  const passed = new Set(steps.flatMap(({ from, to }) => [from.resource, to.resource]))
  return {
    through: [...passed].filter((id) => id !== first.id && id !== then.id),
    constraints: [...new Set(steps.flatMap(({ cause }) => ('id' in cause ? [cause.id] : [])))],
  }
}
