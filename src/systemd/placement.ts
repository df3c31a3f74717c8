import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js'
import { quote, quoteAll } from '../diagnostics/quote.js'
import { locationsOf } from '../graph/location/locations.js'
import { withAncestors } from '../graph/resource/members.js'
import { metaOf } from '../graph/resource/meta-attributes.js'
import {
  type ResourceEntry,
  type ResourceIndex,
  resourceIndex,
  topOf,
} from '../graph/resource/resource-index.js'
import { type Cluster, constraintsOf, INFINITY_SCORE, scoreOf } from '../model/index.js'

/**
 * What Pacemaker did not run on every node, by primitives and their units: systemd runs it wherever it is enabled. Of
 * colocations only those with a resource are looked at that is no clone.
 */
export function placementFindings(full: Cluster, units: ReadonlyMap<string, string>): readonly Diagnostic[] {
  const index = resourceIndex(full)
  const { nodes, hostOf, scoreOn } = locationsOf(index)
  const members = nodes.filter((node) => hostOf(node) === undefined)
  return [...units].flatMap(([id, unit]) => {
    const entry = index.get(id)
    if (entry === undefined) return []
    const top = topOf(entry)
    const most = maximumOf(full, top, members.length)
    const partner = partnerOf(index, [entry, top])
    const banned = members.filter((node) =>
      withAncestors(entry).some((at) => (scoreOn(at, node) ?? -INFINITY_SCORE) <= -INFINITY_SCORE),
    )
    const reasons = [
      ...(most < members.length
        ? [most === 1 ? 'ran on one node at a time' : `ran on at most ${most} nodes`]
        : []),
      ...(partner === undefined ? [] : [`ran only where ${quote(partner)} ran`]),
      ...(banned.length === 0 ? [] : [`was kept off ${quoteAll(banned)}`]),
    ]
    return reasons.map((why) => diagnostic('systemd-placement', '/cib', { unit, why }))
  })
}

/** On how many nodes it runs at most; what is no clone runs on one. */
function maximumOf(full: Cluster, top: ResourceEntry, nodes: number): number {
  const { resource } = top
  if (resource?.element !== 'clone' && resource?.element !== 'master') return Math.min(1, nodes)
  const most = Number(metaOf(full, top, 'clone-max') ?? nodes)
  return Number.isNaN(most) ? nodes : most
}

/** What is no clone and has to run where one of these does. */
function partnerOf(index: ResourceIndex, entries: readonly ResourceEntry[]): string | undefined {
  for (const constraint of constraintsOf(index.cluster)) {
    if (constraint.element !== 'rsc_colocation' || constraint.resourceSets.length > 0) continue
    const { rsc, withRsc, score } = constraint
    const other = index.resolve(withRsc)
    if (other === undefined || !entries.some(({ id }) => id === rsc)) continue
    if (maximumOf(index.cluster, topOf(other), 2) > 1 || scoreOf(score ?? '0') !== INFINITY_SCORE) continue
    return other.id
  }
  return undefined
}
