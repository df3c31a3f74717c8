import { type Cluster, constraintsOf } from '../../model/index.js'
import { orderGraph } from '../order/build.js'
import type { OrderGraph } from '../order/order-graph.js'
import { type Locations, locationsOf } from '../resource/locations.js'
import { memoizePerCluster } from '../resource/memoize.js'
import { type Entry, type ResourceIndex, resourceIndex, topOf } from '../resource/resource-index.js'
import { expandSets, setsById, taggedSet } from '../resource/resource-sets.js'
import { type Dropped, droppedColocations } from './assignment.js'
import { colocationException, runsOnSeveralNodes } from './colocation-exceptions.js'
import { type ColocationLink, colocationLinks } from './colocation-links.js'

/** What decides where the resources of a cluster run, worked out once. */
export interface Placement {
  readonly cluster: Cluster
  readonly index: ResourceIndex
  readonly links: readonly ColocationLink[]
  /** The colocations by which a resource is placed. */
  readonly linksOf: (dependent: Entry) => readonly ColocationLink[]
  readonly dropped: ReadonlySet<Dropped>
  readonly graph: OrderGraph
  readonly locations: Locations
  /** The resources that a colocation of negative score keeps away from one. */
  readonly antiColocatedWith: (primary: Entry) => readonly Entry[]
  /** The resources at the top level that run only where the cluster holds a ticket. */
  readonly tickets: ReadonlySet<Entry>
}

/** The placement rules of a cluster. */
export const placementOf = memoizePerCluster((cluster): Placement => {
  const index = resourceIndex(cluster)
  const links = colocationLinks(index)
  const byDependent = new Map<Entry, ColocationLink[]>()
  for (const link of links) {
    const others = byDependent.get(link.dependent)
    if (others === undefined) byDependent.set(link.dependent, [link])
    else others.push(link)
  }
  const repelled = new Map<Entry, Entry[]>()
  for (const { primary, dependent, score } of links) {
    if (score >= 0) continue
    const others = repelled.get(primary)
    if (others === undefined) repelled.set(primary, [dependent])
    else others.push(dependent)
  }
  return {
    cluster,
    index,
    links,
    linksOf: (dependent) => byDependent.get(dependent) ?? [],
    dropped: droppedColocations(index, links),
    graph: orderGraph(cluster),
    locations: locationsOf(index),
    antiColocatedWith: (primary) => repelled.get(primary) ?? [],
    tickets: new Set(ticketed(index)),
  }
})

function ticketed(index: ResourceIndex): Entry[] {
  const byId = setsById(index.cluster)
  return constraintsOf(index.cluster).flatMap((ticket) => {
    if (ticket.element !== 'rsc_ticket') return []
    const listed = expandSets(ticket, index, byId).flatMap(({ members }) => members)
    return [...listed, ...(taggedSet(index, ticket.rsc) ?? [])].map(topOf)
  })
}

/**
 * True for a colocation that closes a circle and so has no effect. One with a clone of a primitive, or with a bundle,
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

function isClonedGroup({ resource }: Entry): boolean {
  const isClone = resource?.element === 'clone' || resource?.element === 'master'
  return isClone && resource.resource.element === 'group'
}
