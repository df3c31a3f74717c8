import { INFINITY_SCORE } from '../../model/index.js'
import { type Locations, locationsOf } from '../location/locations.js'
import { colocationLinks } from '../resource/colocation-links.js'
import { childrenOfEntry } from '../resource/members.js'
import { metaOf } from '../resource/meta-attributes.js'
import { type ResourceEntry, type ResourceIndex, topOf } from '../resource/resource-index.js'
import type { OrderGraph } from './order-graph.js'

/** Which placements count: those that are certain, or those that are likely too. */
export type Placements = 'certain' | 'likely'

interface Hosting {
  readonly index: ResourceIndex
  readonly locations: Locations
  readonly placements: Placements
}

/**
 * The edges between the connection of a guest or remote node and what runs there: a clone that may run everywhere is
 * started only when its instance there is; a location with INFINITY places a resource there, and likely one that
 * prefers that node to all others.
 */
export function addHosted(graph: OrderGraph, index: ResourceIndex, placements: Placements): void {
  const locations = locationsOf(index)
  const hosting = { index, locations, placements }
  const hosted = locations.nodes.filter((node) => locations.hostOf(node) !== undefined)
  if (hosted.length === 0) return
  const bound = new Set(colocationLinks(index).map(({ dependent }) => topOf(dependent)))
  for (const entry of index.entries) {
    for (const node of hosted) {
      ignoreOwnGuest(graph, entry, node, hosting)
      if (topOf(entry) === entry && !bound.has(entry)) addPlaced(graph, entry, node, hosting)
    }
  }
}

function addPlaced(graph: OrderGraph, entry: ResourceEntry, node: string, hosting: Hosting): void {
  const cause = { rule: 'node', owner: node } as const
  const up = graph.vertex(node, 'start')
  const down = graph.vertex(node, 'stop')
  if (isSpread(entry, node, hosting)) {
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
  if (!isThere && (hosting.placements === 'likely' || !mayBeThere)) return
  graph.ignore(graph.vertex(entry.id, 'start'), graph.vertex(host.id, 'start'))
}

function isSpread(entry: ResourceEntry, node: string, { index, locations }: Hosting): boolean {
  const isClone = entry.resource?.element === 'clone' || entry.resource?.element === 'master'
  if (!isClone || metaOf(index.cluster, entry, 'clone-max') !== undefined) return false
  const children = childrenOfEntry(entry, index)
  const all = [entry, ...children, ...children.flatMap((child) => childrenOfEntry(child, index))]
  return all.every((inner) => (locations.scoreOn(inner, node) ?? -INFINITY_SCORE) >= 0)
}

function isPut(entry: ResourceEntry, node: string, { locations, placements }: Hosting): boolean {
  const isSingle = entry.resource?.element === 'primitive' || entry.resource?.element === 'group'
  if (!isSingle || entry === locations.hostOf(node)) return false
  const score = locations.scoreOn(entry, node) ?? 0
  if (placements === 'certain') return score === INFINITY_SCORE
  const others = locations.nodes.filter((other) => other !== node)
  return score > 0 && others.every((other) => (locations.scoreOn(entry, other) ?? 0) < score)
}
