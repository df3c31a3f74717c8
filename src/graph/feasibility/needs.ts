import { booleanOf, INFINITY_SCORE } from '../../model/index.js'
import { roleOf } from '../../model/roles.js'
import { orderCycles } from '../analysis/cycles.js'
import { type Prerequisite, prerequisitesOf } from '../analysis/prerequisites.js'
import { colocationException, isByAttribute, isPlacedBy } from '../colocation/colocation-exceptions.js'
import { isPairedWithBundle, pairedFirst } from '../colocation/interleave.js'
import { isClonedGroup, isLeftOut, type Placement } from '../colocation/placement.js'
import { isPromotedRole } from '../location/location-effects.js'
import type { Vertex } from '../order/vertex.js'
import type { ColocationLink } from '../resource/colocation-links.js'
import { isDisabled } from '../resource/managed.js'
import { isClone, memberBefore, placedWith, runsOnSeveralNodes, withAncestors } from '../resource/members.js'
import { memoizePerCluster } from '../resource/memoize.js'
import { metaOf } from '../resource/meta-attributes.js'
import { isInside, type ResourceEntry, topOf } from '../resource/resource-index.js'

/** A resource that another runs near, by a node attribute such as a site. */
interface Neighbour {
  readonly entry: ResourceEntry
  readonly attribute: string
}

/** What must be so for a resource to run on a node. */
export interface Needs {
  /** What must run on the same node. */
  readonly here: readonly ResourceEntry[]
  /** What must run on the same node for it to start on its place. */
  readonly alongside: readonly ResourceEntry[]
  /** What must run somewhere. */
  readonly anywhere: readonly ResourceEntry[]
  /** Of each of these, some must run somewhere. */
  readonly anyOf: readonly (readonly ResourceEntry[])[]
  /** What must run somewhere, unless it may run nowhere. */
  readonly startable: readonly ResourceEntry[]
  /** What must run on a node of the same value of an attribute. */
  readonly near: readonly Neighbour[]
  /** What may decide whether it runs. */
  readonly perhaps: readonly ResourceEntry[]
  /** What must not run on the same node. */
  readonly without: readonly ResourceEntry[]
  /** What avoids it, and so affects where it runs. */
  readonly antiColocatedWith: readonly ResourceEntry[]
  /** True for what stays as it is, whatever its needs are: the cluster does not manage it, or what has to stop before it. */
  readonly isUnmanaged: boolean
  /** True for what an operator has stopped. */
  readonly isDisabled: boolean
  /** True where it takes a promotion: the promotion scores that agents set decide about that. */
  readonly needsPromotion: boolean
  /** True where more decides than is looked at here: a role that is not wanted, cycles within cycles. */
  readonly isUnclear: boolean
}

const needsByEntry = memoizePerCluster(() => new Map<ResourceEntry, Needs>())

/** The needs of a resource: colocations that bind in Pacemaker 2.1, the group it is in, and Mandatory orders. */
export function needsOf(entry: ResourceEntry, placement: Placement): Needs {
  const memo = needsByEntry(placement.cluster)
  const needs = memo.get(entry) ?? findNeeds(entry, placement)
  memo.set(entry, needs)
  return needs
}

function findNeeds(entry: ResourceEntry, placement: Placement): Needs {
  const { index } = placement
  const ancestors = withAncestors(entry)
  const links = ancestors
    .flatMap((ancestor) => placement.linksOf(ancestor))
    .filter((link) => isPlacedBy(entry, link, index))
  const binding = links.filter(({ score }) => score >= INFINITY_SCORE)
  const inForce = new Set(binding.filter((link) => isInForce(link, placement)))
  const loose = binding.filter(
    (link) => !inForce.has(link) && link.constraint.lifetime === undefined && mayDelay(link),
  )
  const dropped = binding.filter((link) => placement.dropped.has(link))
  const orders = ancestors
    .flatMap((ancestor) => prerequisitesOf(ancestor, placement))
    .filter(
      ({ cause, some }) =>
        !cause.inverse && (some !== undefined || cause.kind === 'Mandatory' || cause.kind === 'Serialize'),
    )
  const before = memberBefore(entry, index)
  const first = isOrdered(entry, placement) ? entry.previous : undefined
  return {
    here: [...primaries([...inForce]), ...(before === undefined ? [] : [before])],
    alongside: pairedFirst(topOf(entry), placement),
    anywhere: [
      ...orders
        .filter(({ some, cause }) => some === undefined && cause.kind !== 'Serialize')
        .map((order) => order.first),
      ...primaries(loose.filter((link) => isAwaited(link, placement))),
      ...(first === undefined ? [] : [first]),
    ],
    anyOf: alternatives(orders),
    startable: primaries(loose),
    near: binding.flatMap((link) => neighbourOf(link)),
    perhaps: [...orders.map((order) => order.first), ...primaries(binding)],
    without: primaries(links.filter(({ score }) => score < 0)),
    antiColocatedWith: ancestors.flatMap((ancestor) =>
      placement.linksTo(ancestor).flatMap(({ score, dependent }) => (score < 0 ? [dependent] : [])),
    ),
    isUnmanaged: placement.unstoppable.has(entry),
    isDisabled: isDisabled(index, entry),
    needsPromotion: orders.some(isAfterPromotion) || binding.some(isWithPromoted),
    isUnclear:
      isPairedWithBundle(topOf(entry), placement) ||
      orders.some((order) => isUncertainOrder(order, placement)) ||
      binding.some((link) => isInside(link.primary, link.dependent) || isPairedByAttribute(link)) ||
      binding.some((link) => !inForce.has(link) && isPairedInRoles(link, placement)) ||
      links.some((link) => hasRoles(link) && !(link.score > 0 && isWithPromoted(link))) ||
      dropped.some(
        (link) =>
          placement.mayBeDropped.has(link) ||
          placement.linksOf(link.primary).some((back) => placement.dropped.has(back)),
      ),
  }
}

function alternatives(orders: readonly Prerequisite[]): ResourceEntry[][] {
  const found = new Map<Vertex, ResourceEntry[]>()
  for (const { first, some } of orders) {
    if (some !== undefined) found.set(some, [...(found.get(some) ?? []), first])
  }
  return [...found.values()]
}

/** Where the other is no clone or bundle, a colocation by an attribute binds to nodes of the same value. */
function neighbourOf({ primary, constraint, primaryRole }: ColocationLink): Neighbour[] {
  const { nodeAttribute: attribute } = constraint
  const isPlain = primaryRole === undefined && !runsOnSeveralNodes(primary)
  return isPlain && attribute !== undefined && isByAttribute(constraint)
    ? [{ entry: primary, attribute }]
    : []
}

/** Which instance of a clone is paired with which of another, by an attribute, depends on the scores of each. */
function isPairedByAttribute({ dependent, primary, constraint }: ColocationLink): boolean {
  return isByAttribute(constraint) && runsOnSeveralNodes(dependent) && runsOnSeveralNodes(primary)
}

/** Whether a role that one of two clones or bundles never has frees the instances of the other depends on both, and on how they are paired. */
function isPairedInRoles(
  { dependent, primary, dependentRole, primaryRole }: ColocationLink,
  { cluster }: Placement,
): boolean {
  if (!runsOnSeveralNodes(dependent) || !runsOnSeveralNodes(primary)) return false
  const isInterleaved = booleanOf(metaOf(cluster, dependent, 'interleave')) === true
  return dependentRole !== undefined || (isClone(primary) && primaryRole !== undefined && !isInterleaved)
}

function primaries(links: readonly ColocationLink[]): ResourceEntry[] {
  return links.map(({ primary }) => primary)
}

function isOrdered({ parent }: ResourceEntry, { cluster }: Placement): boolean {
  return parent !== undefined && (booleanOf(metaOf(cluster, parent, 'ordered')) ?? true)
}

/** Whether a Serialize ends is not certain where orders form a cycle, nor whether enough instances of a clone run. */
function isUncertainOrder({ first, some, cause }: Prerequisite, { cluster }: Placement): boolean {
  const isCounted = some !== undefined && metaOf(cluster, first, 'clone-min') !== undefined
  return isCounted || (cause.kind === 'Serialize' && orderCycles(cluster).length > 0)
}

function isAfterPromotion({ vertex: { action } }: Prerequisite): boolean {
  return action === 'promote' || action === 'promoted'
}

function isInForce(link: ColocationLink, placement: Placement): boolean {
  const isBinding = link.score > 0 && colocationException(link, placement.index, '2.1') === undefined
  return isBinding && !isLeftOut(link, placement)
}

/** A group whose start cannot be done delays nothing by itself, and a role to be promoted to delays no start. */
function mayDelay({ primary, dependentRole }: ColocationLink): boolean {
  return topOf(primary).resource?.element !== 'group' && !isPromotedRole(dependentRole ?? '')
}

/**
 * A colocation with INFINITY that does not decide where its dependent runs still delays its start while the other
 * has a start that cannot be done, as a clone of a primitive has, and whatever an order waits for.
 */
function isAwaited({ primary }: ColocationLink, { graph, index }: Placement): boolean {
  if (isClonedGroup(primary)) return false
  const isFirst = ({ id }: ResourceEntry) => {
    const done = graph.completion(id, 'start')
    const next = done === undefined ? [] : graph.successors(done)
    return next.some((vertex) => done && graph.causes(done, vertex).some((cause) => 'id' in cause))
  }
  return runsOnSeveralNodes(primary) || [primary, ...placedWith(primary, index)].some(isFirst)
}

function isWithPromoted({ primary, primaryRole }: ColocationLink): boolean {
  return primary.promotable && roleOf(primaryRole) === 'Promoted'
}

/** True where it depends on the role that the other is in; that of the dependent does not decide where that runs. */
function hasRoles({ primary, primaryRole, score }: ColocationLink): boolean {
  return (
    primaryRole !== undefined &&
    Math.abs(score) >= INFINITY_SCORE &&
    (primary.promotable || primaryRole.toLowerCase() === 'stopped')
  )
}
