import type { Cluster } from '../../model/index.js'
import { startsReached } from '../analysis/starts-reached.js'
import { type Placement, placementOf } from '../colocation/placement.js'
import { knownResource } from '../resource/known-resource.js'
import { isDisabled } from '../resource/managed.js'
import { placedWith, withAncestors } from '../resource/members.js'
import { memoizePerCluster } from '../resource/memoize.js'
import { isInside, type ResourceEntry, resourceIndex } from '../resource/resource-index.js'
import { bansOf } from './bans.js'
import { type Impossible, type Reason, servicesIn } from './reason.js'
import { Spreading } from './spreading.js'
import { mayStop } from './uncertain.js'

/** What depends on a resource; each resource is listed once. */
export interface FailureImpact {
  /** What stops with it and runs nowhere until it is mended: Mandatory orders and colocations lead there. */
  readonly stopped: readonly string[]
  /** What cannot start without it, but goes on running when it stops, unless it moves: an order on the way is asymmetrical. */
  readonly notStarted: readonly string[]
  /** With a failure on one node: what cannot run on that node either, but can on another. */
  readonly leavesNode: readonly string[]
  /** What may stop too: roles, scores, or which of several resources finds a place decide. */
  readonly uncertain: readonly string[]
  /** What waits for it only where both start, or only until enough of a set have started. */
  readonly delayed: readonly string[]
}

/** Where it has failed. */
export interface FailureOptions {
  /** The name of a node; by default it has failed on all. */
  readonly node?: string
}

/**
 * What a failure of a resource takes down, keeps from starting, or merely delays; a failure for good, as after
 * `migration-threshold` failures. Throws `UnknownResourceError` for an id that no resource has.
 */
export function failureImpact(
  cluster: Cluster,
  resource: string,
  { node }: FailureOptions = {},
): FailureImpact {
  const failed = knownResource(cluster, resource)
  const placement = placementOf(cluster)
  const nodes = node === undefined ? placement.locations.nodes : [node]
  const running = afterFailure(failed, nodes, placement, false)
  const starting = afterFailure(failed, nodes, placement, true)
  const known = new Set<ResourceEntry>()
  const listed = (entries: Iterable<ResourceEntry>, isMeant: (entry: ResourceEntry) => boolean) => {
    const related = new Set([...entries].flatMap(withAncestors))
    const found = [...related].filter(
      (entry) => !known.has(entry) && !isRelated(entry, failed) && isMeant(entry),
    )
    for (const entry of found) known.add(entry)
    return inOrder(found, cluster)
  }
  const stopped = listed(running.marked, (entry) => isOff(entry, placement, running))
  const notStarted = listed(starting.marked, (entry) => isOff(entry, placement, starting))
  const affected = new Set([...placedWith(failed, placement.index), ...running.marked, ...starting.marked])
  const isKnown = (entry: ResourceEntry) => known.has(entry) || isRelated(entry, failed)
  const uncertain = listed(
    mayStop(affected, failed, nodes, placement, running, isKnown),
    (entry) => !isCollective(entry),
  )
  const leavesNode = listed(
    node === undefined ? [] : running.marked,
    (entry) => node !== undefined && isOffOn(entry, node, placement, running),
  )
  const from = placement.graph.completion(failed.id, 'start')
  const later = from === undefined ? [] : [...startsReached(placement.graph, from)]
  const ids = new Set([...known].map(({ id }) => id))
  return { stopped, notStarted, leavesNode, uncertain, delayed: later.filter((id) => !ids.has(id)) }
}

function isCollective({ resource }: ResourceEntry): boolean {
  return resource?.element === 'group' || resource?.element === 'clone' || resource?.element === 'master'
}

/** True for the resource itself, what is inside it, and what it is inside. */
function isRelated(entry: ResourceEntry, failed: ResourceEntry): boolean {
  return entry === failed || isInside(entry, failed) || isInside(failed, entry)
}

const positions = memoizePerCluster(
  (cluster) => new Map([...resourceIndex(cluster).entries].map((entry, at) => [entry, at])),
)

function inOrder(entries: readonly ResourceEntry[], cluster: Cluster): string[] {
  const at = (entry: ResourceEntry) => positions(cluster).get(entry) ?? 0
  return [...entries].sort((a, b) => at(a) - at(b)).map(({ id }) => id)
}

const noReason: Reason = { constraints: [], because: [] }

/** What runs nowhere anyway. */
const usually = memoizePerCluster((cluster): Impossible => {
  const placement = placementOf(cluster)
  const nodes = placement.locations.nodes
  const spreading = new Spreading({ placement, nodes, isStart: true })
  const ban = bansOf(placement)
  for (const service of servicesIn(placement)) {
    for (const node of nodes) {
      const reason = isDisabled(placement.index, service) ? noReason : ban(service, node)
      if (reason !== undefined && reason.attribute === undefined) spreading.mark(service, node, reason)
    }
  }
  return spreading
})

function afterFailure(
  failed: ResourceEntry,
  on: readonly string[],
  placement: Placement,
  isStart: boolean,
): Spreading {
  const { cluster, index, locations } = placement
  const spreading = new Spreading({ placement, nodes: locations.nodes, isStart, base: usually(cluster) })
  for (const service of placedWith(failed, index)) {
    for (const node of on) spreading.mark(service, node, noReason)
  }
  return spreading
}

/** True where all services of a resource run nowhere after the failure, and some could before. */
function isOff(entry: ResourceEntry, placement: Placement, after: Spreading): boolean {
  const before = usually(placement.cluster)
  const services = placedWith(entry, placement.index)
  return (
    services.every((service) => isNowhere(service, placement, after)) &&
    services.some((service) => !isNowhere(service, placement, before))
  )
}

function isNowhere(service: ResourceEntry, { graph }: Placement, where: Impossible): boolean {
  if (service.parent?.resource?.element !== 'bundle') return where.nowhere(service) !== undefined
  const start = graph.vertex(service.id, 'start')
  return start !== undefined && where.never(start) !== undefined
}

function isOffOn(entry: ResourceEntry, node: string, placement: Placement, after: Spreading): boolean {
  const before = usually(placement.cluster)
  const services = placedWith(entry, placement.index)
  return (
    services.every((service) => after.on(service, node) !== undefined) &&
    services.some((service) => before.on(service, node) === undefined)
  )
}
