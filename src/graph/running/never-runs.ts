import {
  booleanOf,
  type Cluster,
  type Constraint,
  constraintsOf,
  INFINITY_SCORE,
  resourcesOf,
  scoreOf,
} from '../../model/index.js'
import { referencesIn } from '../../model/sections.js'
import { placementOf } from '../colocation/placement.js'
import { memoizePerCluster } from '../resource/memoize.js'
import { propertyOf } from '../resource/meta-attributes.js'
import { type ResourceEntry, resourceIndex, topOf } from '../resource/resource-index.js'
import { bansOf, possibleNodes } from './bans.js'
import { markContradictions } from './contradictions.js'
import { markMissingActions } from './missing-actions.js'
import { markOccupied } from './occupied.js'
import { type Impossible, type Reason, servicesIn } from './reason.js'
import { markSplitMembers } from './split-members.js'
import { Spreading } from './spreading.js'

/** Why a resource runs on no node, whichever nodes are up. */
export interface NeverRuns {
  /** The primitive, or the bundle. */
  readonly resource: string
  /** Constraints that together are enough; without any one of them it could run. */
  readonly constraints: readonly Constraint[]
  /** True where it also takes that the cluster is opt-in: `symmetric-cluster` is false. */
  readonly isOptIn: boolean
  /** The node attributes that rules ask for, and that nothing in the configuration sets. */
  readonly attributes: readonly string[]
}

/**
 * What can never run, whatever nodes are up, while all else works: banned from each node, separated from what it needs, or
 * in need of what never runs. What an operator has stopped, and tickets, count for nothing. Each cause is shortest in
 * that it has no constraint too many.
 */
export const neverRuns = memoizePerCluster((cluster): readonly NeverRuns[] => {
  const where = whereIn(cluster)
  const known = new Map<string, Shortest>()
  return servicesIn(placementOf(cluster)).flatMap((service): NeverRuns[] => {
    const reason = where.nowhere(service)
    if (reason === undefined) return []
    const found = causeOf(reason)
    const name = JSON.stringify([found.constraints.map(({ id }) => id), found.isOptIn])
    const before = known.get(name)
    const shortest =
      before !== undefined && isShortestFor(service, before) ? before : shortened(found, service, cluster)
    known.set(name, shortest)
    return [{ resource: service.id, ...shortest.cause }]
  })
})

type Cause = Omit<NeverRuns, 'resource'>

/** A cause without what it does not take, and where a resource cannot run by all of it, and by all but one of it. */
interface Shortest {
  readonly cause: Cause
  readonly withAll: Where
  readonly withoutOne: readonly Where[]
}

/** Why a resource runs nowhere. */
type Where = (service: ResourceEntry) => Reason | undefined

/** What follows from the same constraints may take fewer of them: it may have a cause of its own. */
function isShortestFor(service: ResourceEntry, { withAll, withoutOne }: Shortest): boolean {
  return withAll(service) !== undefined && withoutOne.every((where) => where(service) === undefined)
}

/** Where services cannot run by the constraints of a cluster. */
const whereIn = memoizePerCluster((cluster): Impossible => {
  const placement = placementOf(cluster)
  const nodes = possibleNodes(placement)
  const spreading = new Spreading({ placement, nodes, isStart: true })
  const ban = bansOf(placement)
  for (const service of servicesIn(placement)) {
    for (const node of nodes) {
      const reason = ban(service, node)
      if (reason !== undefined) spreading.mark(service, node, reason)
    }
  }
  markContradictions(spreading, placement, nodes)
  markSplitMembers(spreading, placement, nodes)
  markMissingActions(spreading, placement)
  if (nodes.length > 1) markOccupied(spreading, placement, nodes)
  return spreading
})

/** All that a reason comes from. */
function causeOf(reason: Reason): Cause {
  const reasons = new Set([reason])
  for (const { because } of reasons) for (const other of because) reasons.add(other)
  const all = [...reasons]
  return {
    constraints: [...new Set(all.flatMap(({ constraints }) => constraints))],
    isOptIn: all.some(({ isOptIn }) => isOptIn === true),
    attributes: [...new Set(all.flatMap(({ attribute }) => attribute ?? []))],
  }
}

/**
 * The cause without what it does not take: one constraint after the other is left out where the rest is enough, until
 * none can be. What was needed at first may not be once another is gone, such as a ban that makes room.
 */
function shortened(cause: Cause, service: ResourceEntry, whole: Cluster): Shortest {
  let constraints = enoughFor(cause, service, whole)
  const cluster = withResourcesOf(constraints, service, whole)
  let withoutOne: Where[] = []
  for (let before = -1; before !== constraints.length; ) {
    before = constraints.length
    withoutOne = []
    for (const constraint of constraints) {
      const rest = constraints.filter((each) => each !== constraint)
      const where = nowhereBy(rest, cluster)
      if (where(service) === undefined) withoutOne.push(where)
      else constraints = rest
    }
  }
  const withAll = nowhereBy(constraints, cluster)
  const reason = withAll(service)
  return { cause: reason === undefined ? cause : { ...causeOf(reason), constraints }, withAll, withoutOne }
}

/** Of fewer resources none is left out. */
const fewResources = 50

/**
 * The cluster without resources that none of the constraints names, which take no part; what runs guests or containers
 * stays, since nodes depend on it. All stay where resources share the capacities of nodes.
 */
function withResourcesOf(
  constraints: readonly Constraint[],
  { id }: ResourceEntry,
  cluster: Cluster,
): Cluster {
  const resources = resourcesOf(cluster)
  const isCounted = (propertyOf(cluster, 'placement-strategy') ?? 'default') !== 'default'
  if (resources.length <= fewResources || isCounted) return cluster
  const index = resourceIndex(cluster)
  const named = constraints.flatMap((constraint) => referencesIn(constraint))
  const ids = new Set([id, ...named.flatMap((name) => [name, ...(index.membersOf(name) ?? [])])])
  const tops = new Set([...ids].flatMap((name) => index.get(name) ?? []).map((entry) => topOf(entry).id))
  const hosts = new Set(
    [...index.entries].filter(({ guest }) => guest !== undefined).map((entry) => topOf(entry).id),
  )
  const items = resources.filter(
    (resource) =>
      tops.has(resource.id) ||
      hosts.has(resource.id) ||
      resource.element === 'template' ||
      resource.element === 'bundle' ||
      (resource.element === 'primitive' && resource.type === 'remote'),
  )
  if (items.length === resources.length) return cluster
  return {
    ...cluster,
    configuration: { ...cluster.configuration, resources: { element: 'resources', items } },
  }
}

/** More than this are not tried one by one. */
const mostTried = 100

/**
 * The constraints of a cause; with all other colocations where these decide which of a cycle Pacemaker leaves out, so that
 * the cause without them would leave out one of its own.
 */
function enoughFor({ constraints }: Cause, service: ResourceEntry, cluster: Cluster): readonly Constraint[] {
  const all = constraintsOf(cluster).filter(
    (constraint) => constraint.element === 'rsc_colocation' || constraints.includes(constraint),
  )
  if (all.length === constraints.length || all.length > mostTried) return constraints
  return nowhereBy(constraints, cluster)(service) === undefined ? all : constraints
}

function nowhereBy(constraints: readonly Constraint[], cluster: Cluster): Where {
  const given = new Set(constraints)
  const smaller = constraintsOf(cluster).every((each) => given.has(each))
    ? cluster
    : restricted(cluster, given)
  const [where, index] = [whereIn(smaller), resourceIndex(smaller)]
  return ({ id }) => {
    const service = index.get(id)
    return service && where.nowhere(service)
  }
}

/** The cluster with these constraints alone; in an opt-in cluster what allows nodes stays. */
function restricted(cluster: Cluster, constraints: ReadonlySet<Constraint>): Cluster {
  const isOptIn = booleanOf(propertyOf(cluster, 'symmetric-cluster')) === false
  const allows = (constraint: Constraint) =>
    isOptIn &&
    constraint.element === 'rsc_location' &&
    scoreOf(constraint.rules[0]?.score ?? constraint.score) > -INFINITY_SCORE
  const items = constraintsOf(cluster).filter(
    (constraint) => constraints.has(constraint) || allows(constraint),
  )
  return {
    ...cluster,
    configuration: { ...cluster.configuration, constraints: { element: 'constraints', items } },
  }
}
