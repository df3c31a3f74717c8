import { type Cluster, INFINITY_SCORE } from '../../model/index.js'
import { unmanagedReason } from '../resource/managed.js'
import { placedWith, withAncestors } from '../resource/members.js'
import type { Entry } from '../resource/resource-index.js'
import { isPlacedBy } from './colocation-exceptions.js'
import type { ColocationLink } from './colocation-links.js'
import { boundTo } from './implications.js'
import { type Placement, placementOf } from './placement.js'

/**
 * Whether two resources never run on one node: a colocation with -INFINITY keeps them apart, or what they run only
 * with. Each may be inside a clone, group or bundle.
 */
export function neverShareNode(cluster: Cluster, one: string, other: string): boolean {
  const placement = placementOf(cluster)
  const { index, links } = placement
  const servicesOf = (id: string) => {
    const entry = index.get(id)
    return entry === undefined ? [] : placedWith(entry, index)
  }
  const [services, others] = [servicesOf(one), servicesOf(other)]
  const repelling = links.filter((link) => repels(link, placement))
  const isManaged = (entry: Entry) => unmanagedReason(index, entry) === undefined
  const areApart = (a: readonly Entry[], b: readonly Entry[]) =>
    repelling.some(
      (link) =>
        b.includes(link.primary) &&
        a.includes(link.dependent) &&
        a.some((from) => isPlacedBy(from, link, index)),
    )
  const pairs = services.flatMap((service) => others.map((from) => [service, from] as const))
  return (
    pairs.length > 0 &&
    pairs.every(([service, from]) => {
      const [a, b] = [allWith(service, placement), allWith(from, placement)]
      return isManaged(service) && isManaged(from) && (areApart(a, b) || areApart(b, a))
    })
  )
}

/** What is on the node of a resource in every state, and what holds that. */
function allWith(service: Entry, placement: Placement): readonly Entry[] {
  return [...boundTo(service, placement, '2.1')].flatMap(withAncestors)
}

function repels(link: ColocationLink, { dropped }: Placement): boolean {
  const { score, dependentRole, primaryRole, constraint } = link
  const isForAll = dependentRole === undefined && primaryRole === undefined
  const isPlain = constraint.lifetime === undefined && constraint.nodeAttribute === undefined
  return score <= -INFINITY_SCORE && isForAll && isPlain && !dropped.has(link)
}
