import { booleanOf, type Group } from '../../model/index.js'
import { metaOf } from '../resource/meta-attributes.js'
import type { ResourceEntry, ResourceIndex } from '../resource/resource-index.js'
import { bundleEdges } from './bundle-edges.js'
import { actionsOf, childEdges, primitiveEdges, roleEdges } from './collective-edges.js'
import type { OrderGraph } from './order-graph.js'
import { completionOf, type Rule } from './vertex.js'

/** Adds the actions of every resource, and the edges that Pacemaker adds without any constraint. */
export function addResources(graph: OrderGraph, index: ResourceIndex): void {
  for (const entry of index.entries) addVertices(graph, entry)
  for (const entry of index.entries) addEdges(graph, index, entry)
}

function addVertices(graph: OrderGraph, entry: ResourceEntry): void {
  const collective = entry.resource !== undefined && entry.resource.element !== 'primitive'
  for (const action of actionsOf(entry)) {
    graph.add(entry.id, action)
    if (collective) graph.add(entry.id, completionOf[action])
  }
}

function addEdges(graph: OrderGraph, index: ResourceIndex, entry: ResourceEntry): void {
  const { resource } = entry
  switch (resource?.element) {
    case 'group':
      groupEdges(graph, index, entry, resource)
      break
    case 'clone':
    case 'master':
      childEdges(graph, entry, [resource.resource.id])
      roleEdges(graph, entry)
      break
    case 'bundle':
      bundleEdges(graph, entry, resource)
      break
    default:
      primitiveEdges(graph, entry.id, entry.promotable)
      ownerEdges(graph, index, entry)
  }
}

function groupEdges(graph: OrderGraph, index: ResourceIndex, entry: ResourceEntry, group: Group): void {
  const ordered = booleanOf(metaOf(index.cluster, entry, 'ordered')) ?? true
  const cause = { rule: 'group-order', owner: entry.id } as const
  const restart = { rule: 'restart', owner: entry.id } as const
  childEdges(
    graph,
    entry,
    group.members.map(({ id }) => id),
  )
  let last: string | undefined
  for (const { id } of group.members) {
    if (ordered && last !== undefined) {
      for (const action of actionsOf(entry)) {
        const [first, then] = action === 'start' || action === 'promote' ? [last, id] : [id, last]
        graph.connect(graph.vertex(first, action), graph.vertex(then, action), cause)
      }
    }
    last = id
  }
  graph.connect(graph.vertex(entry.id, 'stopped'), graph.vertex(entry.id, 'start'), restart)
  graph.connect(graph.vertex(entry.id, 'demote'), graph.vertex(entry.id, 'promote'), restart)
}

/** What the meta attributes `container` and `remote-node` of a primitive order. */
function ownerEdges(graph: OrderGraph, index: ResourceIndex, entry: ResourceEntry): void {
  const inside = (inner: string, outer: string, rule: Rule) => {
    const cause = { rule, owner: outer }
    graph.connect(graph.vertex(outer, 'start'), graph.vertex(inner, 'start'), cause)
    graph.connect(graph.vertex(inner, 'stop'), graph.vertex(outer, 'stop'), cause)
  }
  const container = metaOf(index.cluster, entry, 'container')
  if (container !== undefined && container !== entry.id) inside(entry.id, container, 'container')
  if (entry.guest !== undefined) inside(entry.guest, entry.id, 'guest')
}
