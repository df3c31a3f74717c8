import { kindOf } from '../../graph/order/constraint-terms.js'
import { topOf } from '../../graph/resource/resource-index.js'
import { type Cluster, constraintsOf } from '../../model/index.js'
import { referencesIn } from '../../model/sections.js'
import type { Facts } from '../facts.js'

/** What each resource at the top level, or constraint, leads to. */
export type Steps = ReadonlyMap<object, readonly object[]>

/** True where steps lead from a resource to one of these. */
export function reaches(from: object, to: ReadonlySet<object>, steps: Steps): boolean {
  const seen = new Set([from])
  for (const at of seen) {
    if (to.has(at)) return true
    for (const next of steps.get(at) ?? []) seen.add(next)
  }
  return false
}

/** From each resource to those that it is placed with, by colocations of that score or more. */
export function placements(facts: Facts, least = 1): Steps {
  return stepsOf(
    facts
      .links()
      .filter(({ score }) => score >= least)
      .map(({ dependent, primary }) => [topOf(dependent), topOf(primary)]),
  )
}

/** From each resource to those that colocations of any positive score place with it, in both directions. */
export function neighbours(facts: Facts): Steps {
  const pairs = [...placements(facts)].flatMap(([from, all]) => all.map((to) => [from, to] as const))
  return stepsOf(pairs.flatMap(([from, to]) => [[from, to] as const, [to, from] as const]))
}

/** From each resource to the Mandatory orders that name it, and back; orders of sets and of stops count as well. */
export function orders(cluster: Cluster, { index }: Facts): Steps {
  return stepsOf(
    constraintsOf(cluster).flatMap((constraint) => {
      if (constraint.element !== 'rsc_order' || kindOf(constraint) !== 'Mandatory') return []
      const ids = referencesIn(constraint).flatMap((id) => [id, ...(index.membersOf(id) ?? [])])
      const tops = ids.flatMap((id) => index.get(id) ?? []).map(topOf)
      return tops.flatMap((top) => [[top, constraint] as const, [constraint, top] as const])
    }),
  )
}

function stepsOf(pairs: readonly (readonly [object, object])[]): Steps {
  const steps = new Map<object, object[]>()
  for (const [from, to] of pairs) {
    const known = steps.get(from)
    if (known === undefined) steps.set(from, [to])
    else known.push(to)
  }
  return steps
}
