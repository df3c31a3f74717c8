import { booleanOf, type ResourceSet } from '../../model/index.js'
import type { ExpandedSet } from '../resource/resource-sets.js'
import { link, linkAll, linkOnwards, type Side } from './constraint-sides.js'
import { type Causes, inDirection, isSymmetrical, kindOf } from './constraint-terms.js'
import type { OrderGraph } from './order-graph.js'
import { type ConstraintCause, isOrderAction } from './vertex.js'

/** Adds the edges inside each set, and between each set and the next. */
export function linkSets(graph: OrderGraph, sets: readonly ExpandedSet[], causes: Causes): void {
  sets.forEach((set, at) => {
    linkInside(graph, set, causes)
    const last = sets[at - 1]
    if (last === undefined) return
    linkNext(graph, last, set, causes.forward)
    if (causes.inverse !== undefined) linkBack(graph, last, set, causes.inverse)
  })
}

/** A set's own kind counts inside it, not between sets. */
function linkInside(graph: OrderGraph, expanded: ExpandedSet, { forward, inverse }: Causes): void {
  const { set } = expanded
  const own = set.kind !== undefined || set.score !== undefined ? kindOf(set) : forward.kind
  const kind = set.kind === undefined ? forward.kind : own
  const symmetrical = isSymmetrical(own, forward.constraint.symmetrical)
  const isOwn = kind !== forward.kind || symmetrical !== forward.symmetrical
  const cause = isOwn ? { ...forward, kind, symmetrical } : forward
  if (kind === 'Serialize') linkOnwards(graph, sidesOf(expanded, cause), cause)
  else if (isSequential(set)) linkChain(graph, sidesOf(expanded, cause), cause)
  if (!symmetrical || !isSequential(set)) return
  const back = isOwn || inverse === undefined ? { ...cause, inverse: true } : inverse
  linkChain(graph, sidesOf(expanded, back).reverse(), back)
}

function linkChain(graph: OrderGraph, sides: readonly Side[], cause: ConstraintCause): void {
  sides.forEach((side, at) => {
    const last = sides[at - 1]
    if (last !== undefined) link(graph, last, side, cause)
  })
}

function linkNext(graph: OrderGraph, last: ExpandedSet, next: ExpandedSet, cause: ConstraintCause): void {
  const firsts = sidesOf(last, cause)
  const thens = sidesOf(next, cause)
  const firstsThatCount = isListed(last.set) ? firsts.slice(-1) : firsts
  const thensThatCount = isListed(next.set) ? thens.slice(0, 1) : thens
  if (needsOnlySome(last.set, cause)) linkAny(graph, last.set.id ?? '', firsts, thens, cause)
  else linkAll(graph, firstsThatCount, thensThatCount, cause)
}

function linkBack(graph: OrderGraph, last: ExpandedSet, next: ExpandedSet, cause: ConstraintCause): void {
  const firsts = sidesOf(next, cause)
  const thens = sidesOf(last, cause)
  const firstsThatCount = isListed(next.set) ? firsts.slice(0, 1) : firsts
  const thensThatCount = isListed(last.set) ? thens.slice(-1) : thens
  if (needsOnlySome(next.set, cause)) linkAny(graph, next.set.id ?? '', firsts, thens, cause)
  else linkAll(graph, firstsThatCount, thensThatCount, cause)
}

/** `require-all="false"` counts only where resources come up. */
function needsOnlySome({ requireAll, action = 'start' }: ResourceSet, cause: ConstraintCause): boolean {
  if (booleanOf(requireAll) !== false || !isOrderAction(action)) return false
  const done = inDirection(action, cause)
  return done === 'start' || done === 'promote'
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
function isSequential({ sequential }: ResourceSet): boolean {
  return sequential === undefined || booleanOf(sequential) === true
}

/** Between sets, only an explicit `sequential` orders by the last or first member alone. */
function isListed({ sequential }: ResourceSet): boolean {
  return booleanOf(sequential) === true
}

function sidesOf({ set, members }: ExpandedSet, cause: ConstraintCause): Side[] {
  const { action = 'start' } = set
  return isOrderAction(action) ? members.map((entry) => ({ entry, action: inDirection(action, cause) })) : []
}
