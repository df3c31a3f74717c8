import { quote } from '../../diagnostics/quote.js'
import type { Cluster } from '../../model/index.js'
import type { Guarantee } from '../analysis/starts-after.js'
import { isPlacedBy } from '../colocation/colocation-exceptions.js'
import { impliedBy } from '../colocation/implications.js'
import { type Placement, placementOf } from '../colocation/placement.js'
import type { ColocationLink } from '../resource/colocation-links.js'
import { knownResource } from '../resource/known-resource.js'
import { unmanagedReason } from '../resource/managed.js'
import { placedWith, withAncestors } from '../resource/members.js'
import type { ResourceEntry } from '../resource/resource-index.js'
import { inEveryCase } from './every-case.js'

/**
 * Whether two resources never run on one node: a colocation of -INFINITY separates them, or what they run only with.
 * Each may be inside a clone, group or bundle. Throws `UnknownResourceError` for an id that no resource has.
 */
export function neverRunsWith(cluster: Cluster, one: string, other: string): Guarantee {
  return inEveryCase(cluster, (inCase) => answerFor(inCase, one, other))
}

function answerFor(cluster: Cluster, one: string, other: string): Guarantee {
  const placement = placementOf(cluster)
  const [services, others] = [one, other].map((id) =>
    placedWith(knownResource(cluster, id), placement.index),
  ) as [ResourceEntry[], ResourceEntry[]]
  if (one === other) return { verdict: 'not-guaranteed', reason: `${quote(one)} is the same resource` }
  const reasons = new Set<string>()
  for (const service of services) {
    for (const from of others) {
      const unmanaged = [service, from].flatMap((entry) => unmanagedReason(placement.index, entry) ?? [])[0]
      if (unmanaged !== undefined) {
        return { verdict: 'not-guaranteed', reason: `${unmanaged}, so it stays where it is` }
      }
      const link = separating(service, from, placement)
      if (link === undefined) {
        const reason = `no colocation of -INFINITY separates ${quote(service.id)} from ${quote(from.id)}`
        return { verdict: 'not-guaranteed', reason }
      }
      const { constraint, dependent, primary } = link
      reasons.add(`${quote(constraint.id ?? '')} separates ${quote(dependent.id)} from ${quote(primary.id)}`)
    }
  }
  return { verdict: 'guaranteed', reason: [...reasons].join('; ') }
}

/** The colocation that separates two services, or what each runs only with. */
export function separating(
  service: ResourceEntry,
  from: ResourceEntry,
  placement: Placement,
): ColocationLink | undefined {
  const [a, b] = [allWith(service, placement), allWith(from, placement)]
  const separates = (
    link: ColocationLink,
    dependents: readonly ResourceEntry[],
    primaries: readonly ResourceEntry[],
  ) =>
    primaries.includes(link.primary) &&
    dependents.includes(link.dependent) &&
    dependents.some((dependent) => isPlacedBy(dependent, link, placement.index))
  return placement.separations
    .filter(({ constraint }) => constraint.nodeAttribute === undefined)
    .find((link) => separates(link, a, b) || separates(link, b, a))
}

/** What is on the node of a resource in every state, and its ancestors. */
function allWith(service: ResourceEntry, placement: Placement): readonly ResourceEntry[] {
  return [...impliedBy(service, placement, '2.1')].flatMap(withAncestors)
}
