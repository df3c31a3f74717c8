import { quote } from '../../diagnostics/quote.js'
import type { Cluster } from '../../model/index.js'
import type { Role } from '../../model/roles.js'
import type { Guarantee } from '../analysis/starts-after.js'
import { startsReached } from '../analysis/starts-reached.js'
import { orderGraph } from '../order/build-order-graph.js'
import type { Cause } from '../order/vertex.js'
import { clockCases } from '../resource/clock-cases.js'
import { knownResource } from '../resource/known-resource.js'
import { placedWith, runsOnSeveralNodes, servicesOf, withAncestors } from '../resource/members.js'
import { type ResourceEntry, topOf } from '../resource/resource-index.js'
import type { PacemakerVersion } from './colocation-exceptions.js'
import { type Counterexample, counterexampleInWords } from './counterexample.js'
import { inEveryCase } from './every-case.js'
import { counterexampleFor, gapBetween, whyNever } from './gaps.js'
import { type InRole, impliedBy } from './implications.js'
import { type Placement, placementOf } from './placement.js'

/** Whether one resource runs only where another runs, and why. */
export interface ColocationGuarantee extends Guarantee {
  /** True where it is guaranteed only at rest: while the other restarts in place, the resource stays up. */
  readonly atRestOnly?: true
  /** True where the resource can never run at all. */
  readonly neverRuns?: true
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
    const reason = `${quote(rsc)} has no roles, so it is never ${role}`
    return { verdict: 'guaranteed', reason, neverRuns: true }
  }
  const never = whyNever(dependent, placement)
  if (never !== undefined) return { verdict: 'guaranteed', reason: never, neverRuns: true }
  const asked = [
    { entry: dependent, role },
    { entry: primary, role: withRole },
  ] as const
  const old = gapBetween(...asked, placement, '2.1')
  const recent = gapBetween(...asked, placement, '3.0')
  const gap = old ?? recent
  if (gap === undefined) return guaranteedAtRest(...asked, placement)
  const onlyIn = old === undefined ? '2.1' : recent === undefined ? '3.0' : undefined
  const withoutRole = counterexampleFor(gap, placement)
  const counterexample = role === undefined ? withoutRole : undefined
  const example = counterexample && counterexampleInWords(gap.from.id, gap.to.id, counterexample, placement)
  return {
    verdict: withoutRole === undefined && gap.isCertain !== true ? 'unknown' : 'not-guaranteed',
    reason: [
      gap.reason,
      ...(example === undefined ? [] : [`for example, ${example}`]),
      ...(onlyIn === undefined ? [] : [`Pacemaker ${onlyIn} does bind it`]),
    ].join('; '),
    ...(counterexample === undefined ? {} : { counterexample }),
    ...(onlyIn === undefined ? {} : { onlyIn }),
  }
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
