import { type Cluster, INFINITY_SCORE } from '../../model/index.js'
import { type Locations, locationsOf } from '../location/locations.js'
import { type TicketNeed, ticketNeeds } from '../location/tickets.js'
import { likelyOrderGraph } from '../order/build-order-graph.js'
import type { OrderGraph } from '../order/order-graph.js'
import { type ColocationLink, colocationLinks } from '../resource/colocation-links.js'
import { isCollocated, runsOnSeveralNodes } from '../resource/members.js'
import { memoizePerCluster } from '../resource/memoize.js'
import { metaOf } from '../resource/meta-attributes.js'
import { type ResourceEntry, type ResourceIndex, resourceIndex, topOf } from '../resource/resource-index.js'
import { unstoppableServices } from '../resource/unstoppable.js'
import { type Dropped, droppedColocations } from './assignment.js'
import { colocationException } from './colocation-exceptions.js'

/** What decides where the resources of a cluster run. */
export interface Placement {
  readonly cluster: Cluster
  readonly index: ResourceIndex
  readonly links: readonly ColocationLink[]
  /** The colocations by which a resource is placed. */
  readonly linksOf: (dependent: ResourceEntry) => readonly ColocationLink[]
  /** The colocations by which others are placed relative to a resource. */
  readonly linksTo: (primary: ResourceEntry) => readonly ColocationLink[]
  /** The colocations by which the members of a group are placed; none where it is not collocated, or no group. */
  readonly linksOfMembers: (group: ResourceEntry | undefined) => readonly ColocationLink[]
  /** The colocations of -INFINITY that separate two resources whatever their roles, at any time. */
  readonly separations: readonly ColocationLink[]
  readonly dropped: ReadonlySet<Dropped>
  /** Those of the dropped ones that Pacemaker may not leave out after all. */
  readonly mayBeDropped: ReadonlySet<Dropped>
  readonly graph: OrderGraph
  /** What Pacemaker does not stop, each with what is not managed. */
  readonly unstoppable: ReadonlyMap<ResourceEntry, ResourceEntry>
  readonly locations: Locations
  /** The resources at the top level that run only while the cluster has a ticket. */
  readonly tickets: ReadonlyMap<ResourceEntry, TicketNeed>
}

/** The placement of a cluster. */
export const placementOf = memoizePerCluster((cluster): Placement => {
  const index = resourceIndex(cluster)
  const links = colocationLinks(index)
  const { all: dropped, perhaps: mayBeDropped } = droppedColocations(index, links)
  const linksOf = grouped(links, ({ dependent }) => dependent)
  const membersOf = (group: ResourceEntry) =>
    group.resource?.element === 'group' && isCollocated(index, group) ? group.resource.members : []
  return {
    cluster,
    index,
    links,
    linksOf,
    linksTo: grouped(links, ({ primary }) => primary),
    linksOfMembers: memoized((group) => membersOf(group).flatMap(({ id }) => linksOf(index.get(id)))),
    separations: links.filter((link) => separates(link) && !dropped.has(link)),
    dropped,
    mayBeDropped,
    graph: likelyOrderGraph(cluster),
    unstoppable: unstoppableServices(index),
    locations: locationsOf(index),
    tickets: ticketNeeds(index),
  }
})

type LinksOf = (entry: ResourceEntry | undefined) => readonly ColocationLink[]

function grouped(links: readonly ColocationLink[], key: (link: ColocationLink) => ResourceEntry): LinksOf {
  const groups = new Map<ResourceEntry, ColocationLink[]>()
  for (const link of links) {
    const group = groups.get(key(link))
    if (group === undefined) groups.set(key(link), [link])
    else group.push(link)
  }
  return (entry) => (entry && groups.get(entry)) ?? []
}

function memoized(find: (entry: ResourceEntry) => readonly ColocationLink[]): LinksOf {
  const known = new Map<ResourceEntry, readonly ColocationLink[]>()
  return (entry) => {
    if (entry === undefined) return []
    const links = known.get(entry) ?? find(entry)
    known.set(entry, links)
    return links
  }
}

function separates({ score, dependentRole, primaryRole, constraint }: ColocationLink): boolean {
  const isForAll = dependentRole === undefined && primaryRole === undefined
  return score <= -INFINITY_SCORE && isForAll && constraint.lifetime === undefined
}

/**
 * True for a colocation that closes a cycle and so has no effect. One with a clone of a primitive, or with a bundle,
 * keeps its effect on a resource that runs once, where the other in turn runs only where that runs.
 */
export function isLeftOut(link: ColocationLink, { index, dropped, linksOf }: Placement): boolean {
  if (!dropped.has(link)) return false
  if (isClonedGroup(link.primary)) return true
  const isMutual = linksOf(link.primary).some(
    (back) => back.primary === link.dependent && colocationException(back, index, '2.1') === undefined,
  )
  return runsOnSeveralNodes(link.dependent) || !runsOnSeveralNodes(link.primary) || !isMutual
}

/** True for a clone of a group. */
export function isClonedGroup({ resource }: ResourceEntry): boolean {
  const isClone = resource?.element === 'clone' || resource?.element === 'master'
  return isClone && resource.resource.element === 'group'
}

/** True for a service that runs on every node where it can. */
export function isEverywhere(entry: ResourceEntry, { cluster }: Placement): boolean {
  const top = topOf(entry)
  return (
    runsOnSeveralNodes(top) &&
    top.resource?.element !== 'bundle' &&
    metaOf(cluster, top, 'clone-max') === undefined
  )
}
