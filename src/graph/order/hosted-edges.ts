import { INFINITY_SCORE, primitivesOf } from '../../model/index.js'
import { colocationLinks } from '../resource/colocation-links.js'
import { type Locations, locationsOf } from '../resource/locations.js'
import { childrenOfEntry } from '../resource/members.js'
import { metaOf } from '../resource/meta-attributes.js'
import { type ResourceEntry, type ResourceIndex, topOf } from '../resource/resource-index.js'
import type { OrderGraph } from './order-graph.js'

/**
 * The edges between the connection of a guest or remote node and what always runs there, too: a clone that may run
 * everywhere is started only when its instance there is, and a location with INFINITY places a resource there.
 */
export function addHosted(graph: OrderGraph, index: ResourceIndex): void {
  const hosts = [...index.entries].filter(isConnection)
  if (hosts.length === 0) return
  const locations = locationsOf(index)
  const bound = new Set(colocationLinks(index).map(({ dependent }) => topOf(dependent)))
  for (const entry of index.entries) {
    if (topOf(entry) !== entry || bound.has(entry) || !canMove(entry)) continue
    for (const host of hosts) {
      const cause = { rule: 'node', owner: host.id } as const
      const up = graph.vertex(host.id, 'start')
      const down = graph.vertex(host.id, 'stop')
      if (isSpread(entry, host, index, locations)) {
        graph.connect(up, graph.vertex(entry.id, 'running'), cause)
        graph.connect(graph.vertex(entry.id, 'stop'), down, cause)
      } else if (isPut(entry, host, locations)) {
        graph.connect(up, graph.vertex(entry.id, 'start'), cause)
        graph.connect(graph.completion(entry.id, 'stop'), down, cause)
      }
    }
  }
}

/** What connects the cluster with a node on which the cluster software does not run; its id is the node's name. */
function isConnection({ resource }: ResourceEntry): boolean {
  if (resource === undefined) return true
  const { class: kind, provider, type } = resource.element === 'primitive' ? resource : {}
  return kind === 'ocf' && provider === 'pacemaker' && type === 'remote'
}

/** False for what runs on full members of the cluster only: connections, their machines, fencing devices, bundles. */
function canMove(entry: ResourceEntry): boolean {
  const { resource } = entry
  if (resource === undefined || resource.element === 'bundle' || isConnection(entry)) return false
  return primitivesOf(resource).every((primitive) => primitive.class !== 'stonith')
}

function isSpread(
  entry: ResourceEntry,
  host: ResourceEntry,
  index: ResourceIndex,
  { scoreOn }: Locations,
): boolean {
  const isClone = entry.resource?.element === 'clone' || entry.resource?.element === 'master'
  if (!isClone || metaOf(index.cluster, entry, 'clone-max') !== undefined) return false
  const children = childrenOfEntry(entry, index)
  const all = [entry, ...children, ...children.flatMap((child) => childrenOfEntry(child, index))]
  return all.every((inner) => (scoreOn(inner, host.id) ?? -INFINITY_SCORE) >= 0)
}

function isPut(entry: ResourceEntry, host: ResourceEntry, { scoreOn }: Locations): boolean {
  const isSingle = entry.resource?.element === 'primitive' || entry.resource?.element === 'group'
  return isSingle && scoreOn(entry, host.id) === INFINITY_SCORE
}
