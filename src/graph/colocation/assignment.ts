import { scoreOf } from '../../model/index.js'
import type { ColocationLink } from '../resource/colocation-links.js'
import { isCollocated } from '../resource/members.js'
import { metaOf, propertyOf } from '../resource/meta-attributes.js'
import { type ResourceEntry, type ResourceIndex, topOf } from '../resource/resource-index.js'

/** A colocation without effect: a constraint, or a group member's with the one before it. */
export type Dropped = ColocationLink | ResourceEntry

interface Wait {
  readonly on: ResourceEntry
  readonly because?: Dropped
}

interface Turn {
  readonly entry: ResourceEntry
  readonly waits: readonly Wait[]
  at: number
}

/** The colocations that Pacemaker may leave out. */
export interface DroppedColocations {
  readonly all: ReadonlySet<Dropped>
  /** Those of which it is not certain. */
  readonly perhaps: ReadonlySet<Dropped>
}

/**
 * The colocations that Pacemaker leaves out because they close a cycle. It assigns nodes to resources one after the
 * other, by priority and then in document order, and before each to those that it is placed with. One whose turn is
 * not over yet is not waited for, and the colocation with it has no effect. A bundle waits for nothing; in a cycle,
 * what it is placed with may have no effect on it. Where `placement-strategy` decides whose turn it is, among those of one
 * priority, what one order leaves out and another does not is left out perhaps.
 */
export function droppedColocations(
  index: ResourceIndex,
  links: readonly ColocationLink[],
): DroppedColocations {
  if (links.length === 0) return { all: new Set(), perhaps: new Set() }
  const isOfBundle = ({ dependent }: ColocationLink) => dependent.resource?.element === 'bundle'
  const linksOf = byDependent(
    index,
    links.filter((link) => !isOfBundle(link)),
  )
  const waits = (entry: ResourceEntry) => waitsOf(entry, index, linksOf)
  const reached = memoized((entry) => reachedFrom(entry, waits))
  const turns = possibleTurns(index, links, reached)
  const isOpen = (link: ColocationLink) => turns === undefined || isOfBundle(link)
  const inCycles = links.filter(isOpen).filter((link) => reached(link.primary).has(link.dependent))
  const outcomes = (turns ?? [inTurn(index)]).map((order) => droppedInTurn(order, waits))
  const all = new Set<Dropped>(outcomes.flatMap((dropped) => [...dropped]))
  const isCertain = (one: Dropped) => turns !== undefined && outcomes.every((dropped) => dropped.has(one))
  return {
    all: new Set<Dropped>([...all, ...inCycles]),
    perhaps: new Set([...all, ...inCycles].filter((one) => !isCertain(one))),
  }
}

type WaitsOf = (entry: ResourceEntry) => readonly Wait[]

function droppedInTurn(order: readonly ResourceEntry[], waitsFor: WaitsOf): ReadonlySet<Dropped> {
  const begun = new Set<ResourceEntry>()
  const placed = new Set<ResourceEntry>()
  const dropped = new Set<Dropped>()
  const turns: Turn[] = []
  const begin = (entry: ResourceEntry) => {
    const parent = entry.parent
    const next = parent === undefined || begun.has(parent) ? entry : parent
    begun.add(next)
    turns.push({ entry: next, waits: waitsFor(next), at: 0 })
  }
  for (const first of order) {
    if (!begun.has(first)) begin(first)
    for (let turn = turns.at(-1); turn !== undefined; turn = turns.at(-1)) {
      const wait = turn.waits[turn.at]
      if (wait === undefined) {
        placed.add(turn.entry)
        turns.pop()
      } else if (begun.has(wait.on)) {
        if (!placed.has(wait.on) && wait.because !== undefined) dropped.add(wait.because)
        turn.at += 1
      } else begin(wait.on)
    }
  }
  return dropped
}

type Reached = ReadonlySet<ResourceEntry>

function memoized(find: (entry: ResourceEntry) => Reached): (entry: ResourceEntry) => Reached {
  const known = new Map<ResourceEntry, Reached>()
  return (entry) => {
    const reached = known.get(entry) ?? find(entry)
    known.set(entry, reached)
    return reached
  }
}

/** What a resource waits for, directly or through others. */
function reachedFrom(from: ResourceEntry, waitsFor: WaitsOf): Reached {
  const reached = new Set([from])
  for (const entry of reached) {
    for (const { on } of waitsFor(entry)) reached.add(on)
    if (entry.parent !== undefined) reached.add(entry.parent)
  }
  return reached
}

/** A group's own colocations are those of its first member. */
function byDependent(
  index: ResourceIndex,
  links: readonly ColocationLink[],
): ReadonlyMap<ResourceEntry, readonly ColocationLink[]> {
  const grouped = new Map<ResourceEntry, ColocationLink[]>()
  for (const link of [...links].sort((a, b) => compare(index, a.primary, b.primary))) {
    const { resource } = link.dependent
    const first = resource?.element === 'group' ? index.get(resource.members[0].id) : undefined
    const dependent = first ?? link.dependent
    const known = grouped.get(dependent)
    if (known === undefined) grouped.set(dependent, [link])
    else known.push(link)
  }
  return grouped
}

function waitsOf(
  entry: ResourceEntry,
  index: ResourceIndex,
  linksOf: ReadonlyMap<ResourceEntry, readonly ColocationLink[]>,
): Wait[] {
  const { resource, parent } = entry
  if (resource?.element === 'group') return resource.members.flatMap(({ id }) => waitOn(index.get(id)))
  const links = (linksOf.get(entry) ?? []).map((link) => ({ on: link.primary, because: link }))
  if (parent?.resource?.element !== 'group' || !isCollocated(index, parent)) return links
  return [...links, ...waitOn(entry.previous, entry)]
}

function waitOn(on: ResourceEntry | undefined, because?: Dropped): Wait[] {
  return on === undefined ? [] : [{ on, ...(because === undefined ? {} : { because }) }]
}

/** More resources than this in cycles, or waiting for them, are not tried one by one. */
const mostTried = 100

/**
 * The orders in which Pacemaker may assign nodes, as far as that decides about cycles; undefined where there are too many.
 * `placement-strategy` sorts those of one priority by scores: any of those in a cycle, or that wait for one, may come first.
 */
function possibleTurns(
  index: ResourceIndex,
  links: readonly ColocationLink[],
  reached: (entry: ResourceEntry) => Reached,
): ResourceEntry[][] | undefined {
  const order = inTurn(index)
  if ((propertyOf(index.cluster, 'placement-strategy') ?? 'default') === 'default') return [order]
  const inCycles = new Set(
    links.filter(({ primary, dependent }) => reached(primary).has(dependent)).map(({ primary }) => primary),
  )
  if (inCycles.size === 0) return [order]
  const firsts = order.filter((entry) => [...inCycles].some((other) => reached(entry).has(other)))
  if (firsts.length > mostTried) return undefined
  const before = (first: ResourceEntry) => (entry: ResourceEntry) =>
    entry !== first && priorityOf(index, entry) > priorityOf(index, first)
  return [
    order,
    ...firsts.map((first) => [
      ...order.filter(before(first)),
      first,
      ...order.filter((entry) => entry !== first && !before(first)(entry)),
    ]),
  ]
}

function inTurn(index: ResourceIndex): ResourceEntry[] {
  const tops = [...index.entries].filter((entry) => topOf(entry) === entry)
  const priorities = new Map(tops.map((entry) => [entry, priorityOf(index, entry)]))
  return tops.sort((a, b) => (priorities.get(b) ?? 0) - (priorities.get(a) ?? 0))
}

const rank = { bundle: 3, clone: 2, master: 2, group: 1, primitive: 0 } as const

/** The order in which Pacemaker looks at what a resource is placed with. */
function compare(index: ResourceIndex, a: ResourceEntry, b: ResourceEntry): number {
  const rankOf = ({ resource, promotable }: ResourceEntry) =>
    rank[resource?.element ?? 'primitive'] + (promotable && resource?.element !== 'primitive' ? 0.5 : 0)
  const byName = a.id < b.id ? -1 : Number(a.id > b.id)
  return priorityOf(index, b) - priorityOf(index, a) || rankOf(b) - rankOf(a) || byName
}

function priorityOf(index: ResourceIndex, entry: ResourceEntry): number {
  return scoreOf(metaOf(index.cluster, entry, 'priority'))
}
