import { INFINITY_SCORE } from '../../model/index.js'
import { type Locations, locationsOf } from '../location/locations.js'
import { avoidsHostedNodes } from '../location/nodes.js'
import { type ColocationLink, colocationLinks } from '../resource/colocation-links.js'
import { childrenOfEntry } from '../resource/members.js'
import { metaOf } from '../resource/meta-attributes.js'
import { type ResourceEntry, type ResourceIndex, topOf } from '../resource/resource-index.js'
import type { OrderGraph } from './order-graph.js'

/** Which placements count: those that are certain, those that are likely too, or all that no location forbids. */
export type Placements = 'certain' | 'likely' | 'possible'

interface Hosting {
  readonly index: ResourceIndex
  readonly locations: Locations
  readonly placements: Placements
  /** The colocations of INFINITY of each resource. */
  readonly together: ReadonlyMap<ResourceEntry, readonly ColocationLink[]>
}

/**
 * The edges between the connection of a guest or remote node and what runs there: a clone that may run everywhere is
 * started only when its instance there is; a location with INFINITY places a resource there, or a container of a bundle,
 * and likely one that prefers that node to all others; any node that no location forbids is possible.
 */
export function addHosted(graph: OrderGraph, index: ResourceIndex, placements: Placements): void {
  const locations = locationsOf(index)
  const hosted = locations.nodes.filter((node) => locations.hostOf(node) !== undefined)
  if (hosted.length === 0) return
  const links = colocationLinks(index)
  const bound = new Set(links.map(({ dependent }) => topOf(dependent)))
  const together = new Map<ResourceEntry, ColocationLink[]>()
  for (const link of links) {
    if (link.score < INFINITY_SCORE || link.constraint.nodeAttribute !== undefined) continue
    const own = together.get(link.dependent)
    if (own === undefined) together.set(link.dependent, [link])
    else own.push(link)
  }
  const hosting = { index, locations, placements, together }
  for (const entry of index.entries) {
    for (const node of hosted) {
      ignoreOwnGuest(graph, entry, node, hosting)
      const isPlaced = placements === 'possible' || !bound.has(entry)
      if (topOf(entry) === entry && isPlaced) addPlaced(graph, entry, node, hosting)
    }
  }
}

function addPlaced(graph: OrderGraph, entry: ResourceEntry, node: string, hosting: Hosting): void {
  const cause = { rule: 'node', owner: node } as const
  const up = graph.vertex(node, 'start')
  const down = graph.vertex(node, 'stop')
  if (entry.resource?.element === 'bundle') {
    if (!isWanted(entry, node, hosting)) return
    graph.connect(up, graph.vertex(entry.id, 'start', 'container'), cause)
    graph.connect(graph.vertex(entry.id, 'stop', 'container'), down, cause)
  } else if (isSpread(entry, node, hosting)) {
    graph.connect(up, graph.vertex(entry.id, 'running'), cause)
    graph.connect(graph.vertex(entry.id, 'stop'), down, cause)
  } else if (isPut(entry, node, hosting)) {
    graph.connect(up, graph.vertex(entry.id, 'start'), cause)
    graph.connect(graph.completion(entry.id, 'stop'), down, cause)
  }
}

/**
 * Pacemaker ignores an order of what runs on a guest node before the machine that it is, but not its inverse. Where it is not certain that
 * a resource runs elsewhere, such an order is not certain either.
 */
function ignoreOwnGuest(graph: OrderGraph, entry: ResourceEntry, node: string, hosting: Hosting): void {
  const host = hosting.locations.hostOf(node)
  if (host?.guest !== node || entry.resource?.element !== 'primitive' || entry === host) return
  const isThere = isPut(topOf(entry), node, hosting)
  const mayBeThere = hosting.locations.scoreOn(entry, node) !== -INFINITY_SCORE
  if (!isThere && (hosting.placements !== 'certain' || !mayBeThere)) return
  graph.ignore(graph.vertex(entry.id, 'start'), graph.vertex(host.id, 'start'))
}

function isSpread(entry: ResourceEntry, node: string, hosting: Hosting): boolean {
  const { index, locations, placements } = hosting
  if (entry.resource?.element !== 'clone' && entry.resource?.element !== 'master') return false
  if (placements === 'possible') return mayRunOn(entry, node, hosting)
  if (metaOf(index.cluster, entry, 'clone-max') !== undefined) return false
  return withInner(entry, index).every((inner) => (locations.scoreOn(inner, node) ?? -INFINITY_SCORE) >= 0)
}

/** True where no location forbids the node, neither to a resource nor to what it is placed with. */
function mayRunOn(start: ResourceEntry, node: string, { index, locations, together }: Hosting): boolean {
  const all = new Set(withInner(start, index))
  for (const entry of all) {
    if ((locations.scoreOn(entry, node) ?? 0) < 0 || avoidsHostedNodes(entry, index.cluster)) return false
    for (const { primary } of together.get(entry) ?? []) all.add(primary)
  }
  return true
}

function withInner(entry: ResourceEntry, index: ResourceIndex): ResourceEntry[] {
  return [entry, ...childrenOfEntry(entry, index).flatMap((child) => withInner(child, index))]
}

function isPut(entry: ResourceEntry, node: string, hosting: Hosting): boolean {
  const isSingle = entry.resource?.element === 'primitive' || entry.resource?.element === 'group'
  return isSingle && entry !== hosting.locations.hostOf(node) && isWanted(entry, node, hosting)
}

/** True where what runs once, or one of the containers of a bundle, is placed on the node. */
function isWanted(entry: ResourceEntry, node: string, hosting: Hosting): boolean {
  const { locations, placements } = hosting
  if (placements === 'possible') return mayRunOn(entry, node, hosting)
  const score = locations.scoreOn(entry, node) ?? 0
  if (placements === 'certain') return score === INFINITY_SCORE
  const others = locations.nodes.filter((other) => other !== node)
  return score > 0 && others.every((other) => (locations.scoreOn(entry, other) ?? 0) < score)
}
