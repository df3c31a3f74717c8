import { prerequisitesOf } from '../graph/analysis/prerequisites.js'
import { orderGraph } from '../graph/order/build-order-graph.js'
import { resourceIndex } from '../graph/resource/resource-index.js'
import type { Cluster } from '../model/index.js'
import { agentWithTemplate } from '../model/templates.js'
import type { Occurrence } from './ids.js'

/** What an id is, what it waits for and what refers to it, in lines. */
export function hoverLines(
  { id }: Occurrence,
  occurrences: readonly Occurrence[],
  cluster: Cluster | undefined,
): readonly string[] {
  const same = occurrences.filter((each) => each.id === id)
  const definition = same.find(({ isDefinition }) => isDefinition)
  const referring = same.filter(({ isDefinition }) => !isDefinition)
  const resource = cluster && resourceIndex(cluster).get(id)?.resource
  const agent = resource?.element === 'primitive' ? ` ${agentWithTemplate(cluster as Cluster, resource)}` : ''
  const named = definition === undefined ? 'nothing has this id' : `${definition.attribute.element}${agent}`
  return [
    `${id}: ${named}`,
    ...waitsFor(id, cluster),
    ...(referring.length === 0 ? [] : [referredTo(referring)]),
  ]
}

function waitsFor(id: string, cluster: Cluster | undefined): readonly string[] {
  if (cluster === undefined) return []
  const index = resourceIndex(cluster)
  const entry = index.get(id)
  if (entry === undefined) return []
  const graph = orderGraph(cluster)
  const lines = prerequisitesOf(entry, { graph, index }).map(
    ({ first, vertex, cause }) => `waits for ${vertex.action} of ${first.id} (${cause.id})`,
  )
  return [...new Set(lines)].sort()
}

/** `named by rsc_order first, rsc_colocation with-rsc (2)`. */
function referredTo(referring: readonly Occurrence[]): string {
  const counts = new Map<string, number>()
  for (const { attribute } of referring) {
    const key = `${attribute.element} ${attribute.name}`
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return `named by ${[...counts].map(([key, count]) => (count === 1 ? key : `${key} (${count})`)).join(', ')}`
}
