import { quote } from '../../diagnostics/quote.js'
import type { Cluster } from '../../model/index.js'
import type { Role } from '../../model/roles.js'
import type { Guarantee } from '../analysis/starts-after.js'
import { startsReached } from '../analysis/starts-reached.js'
import type { PacemakerVersion } from '../colocation/colocation-exceptions.js'
import { type InRole, impliedBy } from '../colocation/implications.js'
import { type Placement, placementOf } from '../colocation/placement.js'
import { type Counterexample, counterexampleInWords } from '../feasibility/counterexample.js'
import { orderGraph } from '../order/build-order-graph.js'
import type { Cause } from '../order/vertex.js'
import { clockCases } from '../resource/clock-cases.js'
import { knownResource } from '../resource/known-resource.js'
import { unmanagedReason } from '../resource/managed.js'
import { placedWith, runsOnSeveralNodes, servicesOf, withAncestors } from '../resource/members.js'
import { type ResourceEntry, topOf } from '../resource/resource-index.js'
import { inEveryCase } from './every-case.js'
import { counterexampleFor, type Gap, gapBetween, laterCounterexampleFor, whyNever } from './gaps.js'
import { separating } from './never-runs-with.js'
import { runsNowhere } from './runs-nowhere.js'

/** Whether one resource runs only where another runs, and why. */
export interface ColocationGuarantee extends Guarantee {
  /** True where it is guaranteed only at rest: while the other restarts in place, the resource stays up. */
  readonly atRestOnly?: true
  /** True for what never runs as long as it is disabled, a ticket is not granted, a node is in standby or without room. */
  readonly isForNow?: true
  /** A state in which the resource runs without the other. */
  readonly counterexample?: Counterexample
  /** The version of Pacemaker that does bind it, where the versions differ. */
  readonly onlyIn?: PacemakerVersion
}

/** The roles that are asked about; without one, any active instance counts. */
export interface RolesAsked {
  /** The role of the resource itself. */
  readonly role?: Role
  /** The role in which the other has to be. */
  readonly withRole?: Role
}

/**
 * Whether `rsc` is active only on nodes where `withRsc` is active, once the cluster has nothing left to do. Each is
 * the id of a resource; a primitive inside a clone, group or bundle means any active instance of it. With
 * `{ withRole: 'Promoted' }` only where that is promoted. The verdict is the safe one of Pacemaker 2.1 and 3.0. Throws
 * `UnknownResourceError` for an id that no resource has.
 */
export function runsOnlyWith(
  cluster: Cluster,
  rsc: string,
  withRsc: string,
  roles: RolesAsked = {},
): ColocationGuarantee {
  return inEveryCase(cluster, (one) => answerFor(one, rsc, withRsc, roles))
}

function answerFor(
  cluster: Cluster,
  rsc: string,
  withRsc: string,
  { role, withRole }: RolesAsked,
): ColocationGuarantee {
  const placement = placementOf(cluster)
  const dependent = knownResource(cluster, rsc)
  const primary = knownResource(cluster, withRsc)
  if (dependent === primary && (withRole === undefined || role === withRole)) {
    return { verdict: 'guaranteed', reason: `${quote(rsc)} is the same resource` }
  }
  if (role !== undefined && !dependent.promotable) {
    return { verdict: 'never-runs', reason: `${quote(rsc)} has no roles, so it is never ${role}` }
  }
  const never = whyNever(dependent, placement)
  if (never !== undefined) return { verdict: 'never-runs', reason: never }
  const asked = [
    { entry: dependent, role },
    { entry: primary, role: withRole },
  ] as const
  const old = gapBetween(...asked, placement, '2.1')
  const recent = gapBetween(...asked, placement, '3.0')
  const gap = old ?? recent
  if (gap === undefined) return guaranteedAtRest(...asked, placement)
  const onlyIn = old === undefined ? '2.1' : recent === undefined ? '3.0' : undefined
  return withoutProof(gap, { role, onlyIn }, dependent, placement)
}

function withoutProof(
  gap: Gap,
  { role, onlyIn }: { readonly role: Role | undefined; readonly onlyIn: PacemakerVersion | undefined },
  dependent: ResourceEntry,
  placement: Placement,
): ColocationGuarantee {
  const nowhere = runsNowhere(dependent, placement)
  if (nowhere?.isForNow === false) return { verdict: 'never-runs', reason: nowhere.reason }
  const shown = nowhere === undefined ? counterexampleFor(gap, placement) : undefined
  const later = shown === undefined ? laterCounterexampleFor(gap, placement) : undefined
  if (nowhere !== undefined && later === undefined) {
    return { verdict: 'never-runs', reason: `${gap.reason}; for now, ${nowhere.reason}`, isForNow: true }
  }
  const counterexample = role === undefined ? shown : undefined
  const example = role === undefined ? (shown ?? later) : undefined
  const separation = separating(gap.from, gap.to, placement)
  const isKnown = [shown, later, separation].some((found) => found !== undefined) || gap.isCertain === true
  return {
    verdict: isKnown ? 'not-guaranteed' : 'unknown',
    reason: [
      gap.reason,
      ...(nowhere === undefined ? [] : [`for now, ${nowhere.reason}`]),
      ...(separation === undefined ? [] : [`${quote(separation.constraint.id ?? '')} separates the two`]),
      ...(example === undefined ? [] : [exampleInWords(gap, example, placement, example === later)]),
      ...(onlyIn === undefined ? [] : [`Pacemaker ${onlyIn} does bind it`]),
    ].join('; '),
    ...(counterexample === undefined ? {} : { counterexample }),
    ...(onlyIn === undefined ? {} : { onlyIn }),
  }
}

function exampleInWords(
  { from, to }: Gap,
  shown: Counterexample,
  placement: Placement,
  isLater: boolean,
): string {
  const words = counterexampleInWords(from.id, to.id, shown, placement)
  const tickets = [...new Set([...placement.tickets.values()].map(({ ticket }) => quote(ticket)))]
  const condition = isLater && tickets.length > 0 ? `once the cluster has ${tickets.join(' and ')}, ` : ''
  const unmanaged = isLater ? unmanagedReason(placement.index, to) : undefined
  return `${unmanaged === undefined ? '' : `${unmanaged}; `}for example, ${condition}${words}`
}

/** True for what is guaranteed, and for what can never run, whatever an operator enables or grants. */
export function isKept({ verdict, isForNow }: Pick<ColocationGuarantee, 'verdict' | 'isForNow'>): boolean {
  return verdict === 'guaranteed' || (verdict === 'never-runs' && isForNow !== true)
}

/** Tests of any other resource whether `rsc` runs only where that runs: `runsOnlyWith` without reasons, for many pairs. */
export function colocationClosure(cluster: Cluster, rsc: string): (withRsc: string) => boolean {
  const closures = clockCases(cluster).map((one) => closureIn(one, rsc))
  return (withRsc) => closures.length > 0 && closures.every((isBound) => isBound(withRsc))
}

function closureIn(cluster: Cluster, rsc: string): (withRsc: string) => boolean {
  const placement = placementOf(cluster)
  const { index } = placement
  const dependent = index.get(rsc)
  const starts = dependent === undefined ? [] : placedWith(dependent, index)
  const reached = starts.flatMap((start) => [
    impliedBy(start, placement, '2.1'),
    impliedBy(start, placement, '3.0'),
  ])
  return (withRsc) => {
    const primary = index.get(withRsc)
    const services = primary === undefined ? [] : servicesOf(primary, index)
    const isReached = (service: ResourceEntry) => reached.every((all) => all.has(service))
    return starts.length > 0 && services.length > 0 && services.every(isReached)
  }
}

/** Only an order that stops the resource with the other covers the time while the other restarts. */
function guaranteedAtRest(
  { entry: rsc }: InRole,
  { entry: withRsc, role }: InRole,
  { cluster, index }: Placement,
): ColocationGuarantee {
  const reason = `${quote(rsc.id)} runs only where ${quote(withRsc.id)} ${role === undefined ? 'runs' : `is ${role}`}`
  const graph = orderGraph(cluster)
  const restarts = (cause: Cause) => !('id' in cause) || (cause.kind === 'Mandatory' && cause.symmetrical)
  const isStopped = servicesOf(withRsc, index).every((service) => {
    const done = graph.completion(
      runsOnSeveralNodes(topOf(service)) ? topOf(service).id : service.id,
      role === 'Promoted' ? 'promote' : 'start',
    )
    const stopped = done && startsReached(graph, done, restarts)
    return placedWith(rsc, index).every((from) => withAncestors(from).some(({ id }) => stopped?.has(id)))
  })
  if (isStopped) return { verdict: 'guaranteed', reason }
  const gap = `while ${quote(withRsc.id)} ${role === 'Promoted' ? 'is promoted again' : 'restarts'} in place, ${quote(rsc.id)} stays up`
  return { verdict: 'guaranteed', reason: `${reason}; ${gap}`, atRestOnly: true }
}
