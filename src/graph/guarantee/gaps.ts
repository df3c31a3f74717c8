import { quote } from '../../diagnostics/quote.js'
import { prerequisitesOf } from '../analysis/prerequisites.js'
import type { PacemakerVersion } from '../colocation/colocation-exceptions.js'
import { type InRole, implicationsBetween, impliedBy } from '../colocation/implications.js'
import type { Placement } from '../colocation/placement.js'
import { type Counterexample, counterexampleOf, withoutBase } from '../feasibility/counterexample.js'
import { closureOf, feasibility } from '../feasibility/feasibility.js'
import { nodesInMaintenance, unmanagedReason } from '../resource/managed.js'
import { placedWith, servicesOf, withAncestors } from '../resource/members.js'
import { metaOf } from '../resource/meta-attributes.js'
import { type ResourceEntry, topOf } from '../resource/resource-index.js'

/** Two services of which the first may run without the second, and why. */
export interface Gap {
  readonly from: ResourceEntry
  readonly to: ResourceEntry
  readonly reason: string
  /** What an interleaved clone between the two starts after. */
  readonly base?: ResourceEntry
  /** True where the cluster does not manage the first. */
  readonly isUnmanaged?: true
  /** True where it is certain without a counterexample. */
  readonly isCertain?: true
}

/** The first gap between the services of one resource and those of another; undefined where there is none. */
export function gapBetween(
  rsc: InRole,
  withRsc: InRole,
  placement: Placement,
  version: PacemakerVersion,
): Gap | undefined {
  for (const entry of placedWith(rsc.entry, placement.index)) {
    for (const to of servicesOf(withRsc.entry, placement.index)) {
      const gap = gapOf({ ...rsc, entry }, { ...withRsc, entry: to }, placement, version)
      if (gap !== undefined) return gap
    }
  }
  return undefined
}

function gapOf(
  rsc: InRole,
  withRsc: InRole,
  placement: Placement,
  version: PacemakerVersion,
): Gap | undefined {
  const [from, to] = [rsc.entry, withRsc.entry]
  const unmanaged = staysReason(from, placement)
  if (unmanaged !== undefined) {
    const isUnmanaged = placement.unstoppable.has(from)
    return { from, to, reason: unmanaged, isCertain: true, ...(isUnmanaged && { isUnmanaged }) }
  }
  const chain = implicationsBetween(rsc, withRsc, placement, version)
  const [exception] = (chain ?? []).flatMap((implication) => implication.exception ?? [])
  if (withRsc.role !== undefined && (chain === undefined || exception !== undefined)) {
    const alone = gapOf(rsc, { entry: to }, placement, version)
    return alone ?? roleGap(rsc, withRsc, placement, version, exception?.reason)
  }
  if (chain === undefined) {
    const isReverse = implicationsBetween({ entry: to }, { entry: from }, placement, version) !== undefined
    const reason = isReverse
      ? `${quote(to.id)} is placed with ${quote(from.id)}, and not ${quote(from.id)} with ${quote(to.id)}`
      : `no colocation places ${quote(from.id)} with ${quote(to.id)}`
    return { from, to, reason }
  }
  if (exception === undefined) return undefined
  const goesOn = isInContainer(to) && !startsAfterTop(from, to, placement)
  return { from, to, ...exception, ...(goesOn && { isCertain: true }) }
}

/** What fails inside a container does so on a node of the bundle's own, not on one of the cluster's states. */
function isInContainer({ parent }: ResourceEntry): boolean {
  return parent?.resource?.element === 'bundle'
}

function startsAfterTop(from: ResourceEntry, to: ResourceEntry, placement: Placement): boolean {
  const prerequisites = withAncestors(from).flatMap((entry) => prerequisitesOf(entry, placement))
  return prerequisites.some(({ first }) => topOf(first) === topOf(to))
}

/** That it is placed with the other, but not with the role of that. */
function roleGap(
  rsc: InRole,
  { entry: to, role: asked }: InRole,
  placement: Placement,
  version: PacemakerVersion,
  exception: string | undefined,
): Gap {
  const from = rsc.entry
  const role = asked === 'Promoted' ? 'Unpromoted' : 'Promoted'
  const other = implicationsBetween(rsc, { entry: to, role }, placement, version)
  if (other?.every((implication) => implication.exception === undefined)) {
    const reason = `${quote(from.id)} is placed with ${quote(to.id)} in the role ${role}, not ${asked}`
    return { from, to, reason, isCertain: true }
  }
  const reason = exception ?? `nothing places ${quote(from.id)} with ${quote(to.id)} in the role ${asked}`
  const isPromotedFirst = withAncestors(from)
    .flatMap((entry) => prerequisitesOf(entry, placement))
    .some(({ vertex: { action }, cause }) => cause.kind === 'Mandatory' && /^promote/.test(action))
  const isCertain = !isPromotedFirst || mayBeInOtherRole(from, to, asked, placement)
  return { from, to, reason, ...(isCertain && { isCertain }) }
}

/** True where the first may run beside the other in another role than is asked for: agents choose where that is promoted. */
function mayBeInOtherRole(
  from: ResourceEntry,
  to: ResourceEntry,
  asked: InRole['role'],
  placement: Placement,
): boolean {
  const up = placement.locations.nodes
  const closure = closureOf([from, to], placement)
  const { can } = feasibility(closure, placement, { up, hasFailed: () => false, assumed: 'possible' })
  const nodes = up.filter((node) => can(to, node) === 'yes')
  const most = (name: string) => metaOf(placement.cluster, topOf(to), name)
  const isLimited = most('clone-max') === '1' || (most('promoted-max') ?? most('master-max') ?? '1') !== '1'
  const isSpread = asked !== 'Promoted' || (nodes.length > 1 && !isLimited)
  return isSpread && nodes.some((node) => can(from, node) === 'yes')
}

function staysReason(from: ResourceEntry, { cluster, index, unstoppable }: Placement): string | undefined {
  const [maintenance] = nodesInMaintenance(cluster)
  if (maintenance !== undefined) return `the node ${maintenance} is in maintenance, and what runs there stays`
  const unmanaged = unmanagedReason(index, from)
  if (unmanaged !== undefined) return `${unmanaged}, so it stays where it is`
  const blocker = unstoppable.get(from)
  return blocker && `${quote(from.id)} cannot stop before ${quote(blocker.id)}, which is not managed`
}

/** A state of the cluster that shows the gap. */
export function counterexampleFor(
  { from, to, base, isUnmanaged }: Gap,
  placement: Placement,
): Counterexample | undefined {
  if (base !== undefined) return withoutBase(from, to, base, placement)
  return isUnmanaged === true || isInContainer(to) ? undefined : counterexampleOf(from, to, placement)
}

/** The same once the cluster has the tickets that it lacks, and what it does not manage has failed by itself. */
export function laterCounterexampleFor(
  { from, to, base, isUnmanaged }: Gap,
  placement: Placement,
): Counterexample | undefined {
  const { index, tickets, unstoppable } = placement
  const hasRoles = [...index.entries].some(({ promotable }) => promotable)
  const isSame = tickets.size === 0 && unstoppable.size === 0 && !hasRoles
  if (base !== undefined || isUnmanaged === true || isInContainer(to) || isSame) return undefined
  return counterexampleOf(from, to, placement, 'possible')
}

/** Why a resource can never run: it must and must not be where another is. */
export function whyNever(rsc: ResourceEntry, placement: Placement): string | undefined {
  const { index, separations } = placement
  if (separations.length === 0) return undefined
  for (const start of placedWith(rsc, index)) {
    const implied = impliedBy(start, placement, '2.1')
    const conflict = separations.find(
      ({ dependent, primary }) => implied.has(dependent) && implied.has(primary),
    )
    if (conflict !== undefined) {
      const { dependent, primary, constraint } = conflict
      return `${quote(start.id)} never runs: it needs ${quote(dependent.id)} and ${quote(primary.id)} on its node, and ${quote(constraint.id ?? '')} separates them`
    }
  }
  return undefined
}
