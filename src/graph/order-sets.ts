import type { Cluster, ResourceSet, RscOrder } from '../model/index.js'
import { constraintsOf } from '../model/index.js'
import { link, linkAll, linkOnwards, type Side } from './links.js'
import { booleanOf } from './meta.js'
import type { OrderGraph } from './order-graph.js'
import { type Causes, inDirection, isSymmetrical, kindOf } from './order-terms.js'
import type { Entry, ResourceIndex } from './resource-index.js'
import { type ConstraintCause, isOrderAction, type OrderAction } from './vertex.js'

/** A set of an order, its references followed. */
export interface OrderSet {
  readonly id: string | undefined
  readonly members: readonly Entry[]
  readonly action: string
  readonly sequential: string | undefined
  readonly requireAll: boolean
  readonly kind?: string
  readonly score?: string
}

/** Every `resource_set` of the constraints by its id, for `id-ref`. */
export function setsById(cluster: Cluster): ReadonlyMap<string, ResourceSet> {
  const sets = constraintsOf(cluster).flatMap(({ resourceSets }) => resourceSets)
  return new Map(sets.flatMap((set) => (set.id === undefined ? [] : [[set.id, set] as const])))
}

/** The sets of an order that Pacemaker takes: it stops at the first that names something unknown. */
export function orderSets(
  order: RscOrder,
  index: ResourceIndex,
  byId: ReadonlyMap<string, ResourceSet>,
): OrderSet[] {
  const sets = order.resourceSets.map((set) => (set.idRef === undefined ? set : byId.get(set.idRef)))
  const areKnown = order.resourceSets.every(({ resourceRefs }) =>
    resourceRefs.every(({ id = '' }) => index.resolve(id) !== undefined || index.membersOf(id) !== undefined),
  )
  const taken: OrderSet[] = []
  for (const set of sets) {
    const members = set && membersOf(set, index, areKnown)
    if (set === undefined || members === undefined) break
    const { id, action = 'start', sequential, kind, score } = set
    taken.push({
      id,
      members,
      action,
      sequential,
      requireAll: booleanOf(set.requireAll) ?? true,
      ...(kind === undefined ? {} : { kind }),
      ...(score === undefined ? {} : { score }),
    })
  }
  return taken
}

function membersOf(set: ResourceSet, index: ResourceIndex, expand: boolean): Entry[] | undefined {
  const ids = set.resourceRefs.flatMap(({ id = '' }) => {
    const tagged = expand && index.resolve(id) === undefined ? index.membersOf(id) : undefined
    return tagged ?? [id]
  })
  const members = ids.map((id) => index.resolve(id))
  return members.every((member) => member !== undefined) ? members : undefined
}

/** Adds the edges inside each set, and between each set and the next. */
export function linkSets(graph: OrderGraph, sets: readonly OrderSet[], causes: Causes): void {
  sets.forEach((set, at) => {
    linkInside(graph, set, causes)
    const last = sets[at - 1]
    if (last === undefined) return
    linkNext(graph, last, set, causes.forward)
    if (causes.inverse !== undefined) linkBack(graph, last, set, causes.inverse)
  })
}

/** A set's own kind counts inside it, not between sets. */
function linkInside(graph: OrderGraph, set: OrderSet, { forward, inverse }: Causes): void {
  const own = set.kind !== undefined || set.score !== undefined ? kindOf(set) : forward.kind
  const kind = set.kind === undefined ? forward.kind : own
  const symmetrical = isSymmetrical(own, forward.constraint.symmetrical)
  const isOwn = kind !== forward.kind || symmetrical !== forward.symmetrical
  const cause = isOwn ? { ...forward, kind, symmetrical } : forward
  if (kind === 'Serialize') linkOnwards(graph, sidesOf(set, cause), cause)
  else if (isSequential(set)) linkChain(graph, sidesOf(set, cause), cause)
  if (!symmetrical || !isSequential(set)) return
  const back = isOwn || inverse === undefined ? { ...cause, inverse: true } : inverse
  linkChain(graph, sidesOf(set, back).reverse(), back)
}

function linkChain(graph: OrderGraph, sides: readonly Side[], cause: ConstraintCause): void {
  sides.forEach((side, at) => {
    const last = sides[at - 1]
    if (last !== undefined) link(graph, last, side, cause)
  })
}

function linkNext(graph: OrderGraph, last: OrderSet, set: OrderSet, cause: ConstraintCause): void {
  const firsts = sidesOf(last, cause)
  const thens = sidesOf(set, cause)
  if (last.requireAll || last.action === 'stop' || last.action === 'demote') {
    linkAll(
      graph,
      isListed(last) ? firsts.slice(-1) : firsts,
      isListed(set) ? thens.slice(0, 1) : thens,
      cause,
    )
  } else linkAny(graph, last.id ?? '', firsts, thens, cause)
}

function linkBack(graph: OrderGraph, last: OrderSet, set: OrderSet, cause: ConstraintCause): void {
  const firsts = sidesOf(set, cause)
  const thens = sidesOf(last, cause)
  const isDown = set.action === 'start' || set.action === 'promote'
  if (set.requireAll || isDown) {
    linkAll(
      graph,
      isListed(set) ? firsts.slice(0, 1) : firsts,
      isListed(last) ? thens.slice(-1) : thens,
      cause,
    )
  } else linkAny(graph, set.id ?? '', firsts, thens, cause)
}

/** Orders each of a list after enough of another, through the vertex that Pacemaker has for it. */
export function linkAny(
  graph: OrderGraph,
  name: string,
  firsts: readonly Side[],
  thens: readonly Side[],
  cause: ConstraintCause,
): void {
  const enough = graph.add(name, 'one-or-more')
  for (const { entry, action } of firsts) graph.connect(graph.vertex(entry.id, action), enough, cause)
  for (const { entry, action } of thens) graph.connect(enough, graph.vertex(entry.id, action), cause)
}

/** Inside a set, members follow each other unless `sequential` is false. */
function isSequential({ sequential }: OrderSet): boolean {
  return sequential === undefined || booleanOf(sequential) === true
}

/** Between sets, only an explicit `sequential` makes the last or first member stand for all. */
function isListed({ sequential }: OrderSet): boolean {
  return booleanOf(sequential) === true
}

function sidesOf({ members, action }: OrderSet, cause: ConstraintCause): Side[] {
  if (!isOrderAction(action)) return []
  const done: OrderAction = inDirection(action, cause)
  return members.map((entry) => ({ entry, action: done }))
}
