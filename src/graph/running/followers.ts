import { INFINITY_SCORE } from '../../model/index.js'
import { isByAttribute } from '../colocation/colocation-exceptions.js'
import { implicationException } from '../colocation/implication-exceptions.js'
import { isClonedGroup, type Placement } from '../colocation/placement.js'
import { isPromotedRole } from '../location/location-effects.js'
import type { ColocationLink } from '../resource/colocation-links.js'
import { isClone, isCollocated, placedWith, runsOnSeveralNodes, withAncestors } from '../resource/members.js'
import type { ResourceEntry } from '../resource/resource-index.js'
import type { Reason } from './reason.js'

const knownLinks = new WeakMap<Placement, Map<ResourceEntry, readonly ColocationLink[]>>()

/** The colocations of INFINITY with a service, or with what counts as placed only where the service is. */
export function linksToAny(service: ResourceEntry, placement: Placement): readonly ColocationLink[] {
  const known = knownLinks.get(placement) ?? new Map<ResourceEntry, readonly ColocationLink[]>()
  knownLinks.set(placement, known)
  const links = known.get(service) ?? mandatoryLinksTo(service, placement)
  known.set(service, links)
  return links
}

function mandatoryLinksTo(service: ResourceEntry, placement: Placement): readonly ColocationLink[] {
  const { index } = placement
  const counts = (entry: ResourceEntry) =>
    !runsOnSeveralNodes(entry) || placedWith(entry, index)[0] === service
  return withAncestors(service)
    .filter(counts)
    .flatMap((entry) => placement.linksTo(entry))
    .filter(({ score }) => score >= INFINITY_SCORE)
}

/**
 * True where a colocation keeps a service off each node where the other is not placed, in every version of Pacemaker.
 * That of a group is for its first member; the others follow that one.
 */
export function binds(dependent: ResourceEntry, link: ColocationLink, placement: Placement): boolean {
  if (dependent !== link.dependent && dependent.previous !== undefined) return false
  return (['2.1', '3.0'] as const).every((version) => {
    const exception = implicationException({ from: dependent, to: link.primary, link }, placement, version)
    return exception === undefined || exception.base !== undefined || exception.isBlocked === true
  })
}

/**
 * True where a colocation that closes a cycle, and so places nothing, still delays its dependent: as long as no instance of
 * the clone can start. An instance of a cloned group that has no place has no start either, which nothing waits for.
 */
export function awaits(link: ColocationLink, { isOrder }: Reason, { dropped }: Placement): boolean {
  const { primary, dependentRole, constraint } = link
  const hasStart = isClone(primary) && (isOrder === true || !isClonedGroup(primary))
  const isForStart = constraint.lifetime === undefined && !isPromotedRole(dependentRole ?? '')
  return dropped.has(link) && hasStart && isForStart
}

/** True for a colocation of INFINITY that places its dependent on a node of the same value of an attribute. */
export function bindsByAttribute(link: ColocationLink, { index, dropped }: Placement): boolean {
  const { primary, primaryRole, dependentRole, constraint } = link
  const isForAll =
    primaryRole === undefined && dependentRole === undefined && constraint.lifetime === undefined
  const isPlaced = isCollocated(index, primary) && !runsOnSeveralNodes(primary) && !dropped.has(link)
  return isByAttribute(constraint) && isForAll && isPlaced
}

/** The member after it in a collocated group. */
export function nextMember(service: ResourceEntry, { index, dropped }: Placement): ResourceEntry | undefined {
  const { parent } = service
  if (parent?.resource?.element !== 'group' || !isCollocated(index, parent)) return undefined
  const { members } = parent.resource
  const next = members[members.findIndex(({ id }) => id === service.id) + 1]
  const entry = next && index.get(next.id)
  return entry !== undefined && !dropped.has(entry) ? entry : undefined
}
