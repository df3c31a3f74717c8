import { childrenOfEntry, memberBefore, siblingsOf, withAncestors } from '../resource/members.js'
import type { Entry } from '../resource/resource-index.js'
import type { PacemakerVersion } from './colocation-exceptions.js'
import type { ColocationLink } from './colocation-links.js'
import { type Flaw, implicationException } from './implication-exceptions.js'
import type { Placement } from './placement.js'

/** What should make `to` active wherever `from` is: a colocation, a place before it in a group, or being held. */
export interface Implication {
  readonly from: Entry
  readonly to: Entry
  readonly link?: ColocationLink
  /** Why it does not hold in every state; undefined where it does. */
  readonly flaw?: Flaw
}

/** The bonds from one resource to another, each from where the last ends; those that hold are preferred. */
export function implicationsBetween(
  start: Entry,
  end: Entry,
  placement: Placement,
  version: PacemakerVersion,
): readonly Implication[] | undefined {
  const all = (from: Entry) => bondsOf(from, placement, version)
  const sound = (from: Entry) => all(from).filter(({ flaw }) => flaw === undefined)
  return search(start, end, sound) ?? search(start, end, all)
}

/** All that is active wherever a resource is, in every state. */
export function boundTo(start: Entry, placement: Placement, version: PacemakerVersion): ReadonlySet<Entry> {
  const reached = new Set([start])
  for (const from of reached) {
    for (const { to, flaw } of bondsOf(from, placement, version)) if (flaw === undefined) reached.add(to)
  }
  return reached
}

function search(
  start: Entry,
  end: Entry,
  bondsAt: (from: Entry) => readonly Implication[],
): Implication[] | undefined {
  const into = new Map<Entry, Implication>()
  const reached = new Set([start])
  for (const from of reached) {
    if (reached.has(end)) break
    for (const bond of bondsAt(from)) {
      if (reached.has(bond.to)) continue
      reached.add(bond.to)
      into.set(bond.to, bond)
    }
  }
  if (!reached.has(end)) return undefined
  const way: Implication[] = []
  for (let bond = into.get(end); bond !== undefined; bond = into.get(bond.from)) way.push(bond)
  return way.reverse()
}

function bondsOf(from: Entry, placement: Placement, version: PacemakerVersion): Implication[] {
  const { index } = placement
  const dependents = [...withAncestors(from), ...siblingsOf(from, index)]
  const links = dependents
    .flatMap((dependent) => placement.linksOf(dependent))
    .filter(({ score }) => score > 0)
  const before = memberBefore(from, index)
  return [
    ...links.map((link): Implication => ({ from, to: link.primary, link })),
    ...childrenOfEntry(from, index).map((to): Implication => ({ from, to })),
    ...(before === undefined ? [] : [{ from, to: before }]),
  ].map((bond) => {
    const flaw = implicationException(bond, placement, version)
    return flaw === undefined ? bond : { ...bond, flaw }
  })
}
