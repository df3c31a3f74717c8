import { INFINITY_SCORE } from '../../model/index.js'
import { type Prerequisite, prerequisitesOf } from '../analysis/prerequisites.js'
import { isDisabled, propertyOf, unmanagedReason } from '../resource/managed.js'
import { memberBefore, placedWith, previousMember, withAncestors } from '../resource/members.js'
import { booleanOf, metaOf } from '../resource/meta-attributes.js'
import { type Entry, topOf } from '../resource/resource-index.js'
import { colocationException, isPlacedBy, runsOnSeveralNodes } from './colocation-exceptions.js'
import type { ColocationLink } from './colocation-links.js'
import { isLeftOut, type Placement } from './placement.js'

/** A resource that another runs near, by a node attribute such as a site. */
export interface Neighbour {
  readonly entry: Entry
  readonly attribute: string
}

/** What must be so for a resource to run on a node. */
export interface Needs {
  /** What must run on the same node. */
  readonly here: readonly Entry[]
  /** What must run somewhere. */
  readonly anywhere: readonly Entry[]
  /** What must run somewhere, unless it is kept off everywhere. */
  readonly startable: readonly Entry[]
  /** What must run on a node of the same value of an attribute. */
  readonly near: readonly Neighbour[]
  /** What may have a say in whether it runs. */
  readonly perhaps: readonly Entry[]
  /** What must not run on the same node. */
  readonly without: readonly Entry[]
  /** What avoids it, and so has a say in where it runs. */
  readonly antiColocatedWith: readonly Entry[]
  /** True for what may not run although all is there: it is not managed, or nodes may have no room for it. */
  readonly isUncertain: boolean
  /** True for what an operator has stopped. */
  readonly isDisabled: boolean
  /** True where more has a say than is looked at here: roles, tickets, circles in circles, some of a set. */
  readonly isUnclear: boolean
}

/** The needs of a resource: colocations that bind in Pacemaker 2.1, the group it is in, and Mandatory orders. */
export function needsOf(entry: Entry, placement: Placement): Needs {
  const { index } = placement
  const holders = withAncestors(entry)
  const links = holders
    .flatMap((holder) => placement.linksOf(holder))
    .filter((link) => isPlacedBy(entry, link, index))
  const binding = links.filter(({ score }) => score >= INFINITY_SCORE)
  const inForce = binding.filter((link) => isInForce(link, placement))
  const loose = binding.filter((link) => !inForce.includes(link) && link.constraint.lifetime === undefined)
  const dropped = binding.filter((link) => placement.dropped.has(link))
  const orders = holders
    .flatMap((holder) => prerequisitesOf(holder, placement))
    .filter(({ cause, isOneOfSome }) => isOneOfSome || cause.kind !== 'Optional')
  const before = memberBefore(entry, index)
  const first = isOrdered(entry, placement) ? previousMember(entry, index) : undefined
  return {
    here: [...primaries(inForce), ...(before === undefined ? [] : [before])],
    anywhere: [
      ...orders.filter(({ isOneOfSome }) => !isOneOfSome).map((order) => order.first),
      ...primaries(loose.filter((link) => isAwaited(link, placement))),
      ...(first === undefined ? [] : [first]),
    ],
    startable: primaries(loose),
    near: binding.flatMap((link) => neighbourOf(link)),
    perhaps: [...orders.map((order) => order.first), ...primaries(binding)],
    without: primaries(links.filter(({ score }) => score < 0)),
    antiColocatedWith: holders.flatMap((holder) => placement.antiColocatedWith(holder)),
    isUncertain: unmanagedReason(index, entry) !== undefined || takesRoom(entry, placement),
    isDisabled: isDisabled(index, entry),
    isUnclear:
      orders.some(isUnsure) ||
      links.some(hasRoles) ||
      dropped.some(({ primary }) => placement.linksOf(primary).some((link) => placement.dropped.has(link))) ||
      placement.tickets.has(topOf(entry)),
  }
}

/** Where the other is no clone or bundle, a colocation by an attribute binds to nodes of the same value. */
function neighbourOf({ primary, constraint, primaryRole }: ColocationLink): Neighbour[] {
  const { nodeAttribute: attribute } = constraint
  const isPlain = primaryRole === undefined && !runsOnSeveralNodes(primary)
  return isPlain && attribute !== undefined && attribute !== '#uname' ? [{ entry: primary, attribute }] : []
}

function primaries(links: readonly ColocationLink[]): Entry[] {
  return links.map(({ primary }) => primary)
}

function isOrdered({ parent }: Entry, { cluster }: Placement): boolean {
  return parent !== undefined && (booleanOf(metaOf(cluster, parent, 'ordered')) ?? true)
}

function takesRoom({ resource }: Entry, { cluster }: Placement): boolean {
  const hasWeight = resource?.element === 'primitive' && resource.utilization.length > 0
  return hasWeight && (propertyOf(cluster, 'placement-strategy') ?? 'default') !== 'default'
}

/** Whether a role is reached, and a Serialize ever ends, depends on more than what runs. */
function isUnsure({ isOneOfSome, vertex, cause }: Prerequisite): boolean {
  return (
    isOneOfSome || vertex.action === 'promote' || vertex.action === 'promoted' || cause.kind === 'Serialize'
  )
}

function isInForce(link: ColocationLink, placement: Placement): boolean {
  const isBinding = link.score > 0 && colocationException(link, placement.index, '2.1') === undefined
  return isBinding && !isLeftOut(link, placement)
}

/**
 * A colocation with INFINITY that has no say in where its dependent runs still keeps it from starting while the other
 * has a start that cannot be done, as a clone has, and whatever an order waits for.
 */
function isAwaited({ primary }: ColocationLink, { graph, index }: Placement): boolean {
  const isFirst = ({ id }: Entry) => {
    const done = graph.completion(id, 'start')
    const next = done === undefined ? [] : graph.successors(done)
    return next.some((vertex) => done && graph.causes(done, vertex).some((cause) => 'id' in cause))
  }
  return runsOnSeveralNodes(primary) || [primary, ...placedWith(primary, index)].some(isFirst)
}

/** True where it depends on the role that the other is in; that of the dependent has no say in where that runs. */
function hasRoles({ primary, primaryRole }: ColocationLink): boolean {
  return primaryRole !== undefined && (primary.promotable || primaryRole.toLowerCase() === 'stopped')
}
