import { INFINITY_SCORE } from '../model/index.js'
import { isCopied, linkFlaw, type PacemakerVersion } from './link-flaws.js'
import { booleanOf, metaOf } from './meta.js'
import type { Placement } from './placement.js'
import type { Entry } from './resource-index.js'
import { phaseOf, type Vertex } from './vertex.js'

/**
 * The clone or bundle that an interleaved clone starts after without being placed with it. Pacemaker places an
 * instance first and finds out later that on this node there is nothing to start it after: the instance never
 * starts, and what was placed with it stays.
 */
export function unpairedBase(
  clone: Entry,
  placement: Placement,
  version: PacemakerVersion,
): Entry | undefined {
  const { index, links } = placement
  if (!isCopied(clone) || booleanOf(metaOf(index.cluster, clone, 'interleave')) !== true) return undefined
  const isPlacedWith = (base: Entry) =>
    links.some(
      (link) =>
        link.dependent === clone &&
        link.primary === base &&
        link.score >= INFINITY_SCORE &&
        linkFlaw(link, index, version) === undefined,
    )
  return basesOf(clone, placement).find((base) => isCopied(base) && !isPlacedWith(base))
}

/** The resources that a Mandatory order puts directly before the start of another. */
function basesOf(clone: Entry, { graph, index }: Placement): Entry[] {
  const start = graph.vertex(clone.id, 'start')
  if (start === undefined) return []
  const passed = new Set<Vertex>([start])
  const found: Entry[] = []
  for (const vertex of passed) {
    for (const before of graph.predecessors(vertex)) {
      const isBinding = graph
        .causes(before, vertex)
        .some((cause) => 'id' in cause && cause.kind === 'Mandatory' && cause.symmetrical && !cause.inverse)
      if (!isBinding) continue
      if (before.action === 'join') passed.add(before)
      const entry = phaseOf(before) === 'up' ? index.get(before.resource) : undefined
      if (entry !== undefined && entry !== clone) found.push(entry)
    }
  }
  return found
}
