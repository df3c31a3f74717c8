import type { Bundle } from '../../model/index.js'
import type { ResourceEntry } from '../resource/resource-index.js'
import { actionsOf, childEdges, primitiveEdges, roleEdges } from './collective-edges.js'
import type { OrderGraph } from './order-graph.js'
import { type Action, type BundlePart, completionOf } from './vertex.js'

/** The edges between a bundle and what Pacemaker expands it to: containers, addresses, connections and replicas. */
export function bundleEdges(graph: OrderGraph, entry: ResourceEntry, bundle: Bundle): void {
  const { id } = entry
  const cause = { rule: 'bundle', owner: id } as const
  const connect = (from: Action, fromPart: BundlePart | undefined, to: Action, toPart?: BundlePart) =>
    graph.connect(graph.vertex(id, from, fromPart), graph.vertex(id, to, toPart), cause)

  addPart(graph, id, 'container')
  connect('start', undefined, 'start', 'container')
  connect('start', 'container', 'running')
  connect('stop', undefined, 'stop', 'container')
  connect('stop', 'container', 'stopped')
  if (bundle.network?.ipRangeStart !== undefined) {
    addPart(graph, id, 'address')
    connect('start', 'address', 'start', 'container')
    connect('stop', 'container', 'stop', 'address')
  }
  if (bundle.primitive === undefined) return
  addPart(graph, id, 'remote')
  connect('start', 'container', 'start', 'remote')
  connect('stop', 'remote', 'stop', 'container')
  replicaEdges(graph, entry, bundle.primitive.id)
}

function replicaEdges(graph: OrderGraph, entry: ResourceEntry, primitive: string): void {
  const { id } = entry
  const cause = { rule: 'bundle', owner: id } as const
  for (const action of actionsOf(entry)) {
    graph.add(id, action, 'replicas')
    graph.add(id, completionOf[action], 'replicas')
    graph.connect(graph.vertex(id, action), graph.vertex(id, action, 'replicas'), cause)
    const done = completionOf[action]
    graph.connect(graph.vertex(id, done, 'replicas'), graph.vertex(id, done), cause)
  }
  childEdges(graph, entry, [primitive], 'replicas')
  roleEdges(graph, entry, 'replicas')
  if (entry.promotable) roleEdges(graph, entry)

  graph.connect(graph.vertex(id, 'stop'), graph.vertex(primitive, 'stop'), cause)
  for (const part of ['container', 'remote'] as const) {
    graph.connect(graph.vertex(id, 'start', part), graph.vertex(primitive, 'start'), cause)
    if (entry.promotable)
      graph.connect(graph.vertex(id, 'start', part), graph.vertex(primitive, 'promote'), cause)
  }
  graph.connect(graph.vertex(primitive, 'stop'), graph.vertex(id, 'stop', 'remote'), cause)
  if (entry.promotable) {
    graph.connect(graph.vertex(primitive, 'demote'), graph.vertex(id, 'stop', 'remote'), cause)
  }
}

function addPart(graph: OrderGraph, id: string, part: BundlePart): void {
  graph.add(id, 'start', part)
  graph.add(id, 'stop', part)
  primitiveEdges(graph, id, false, part)
}
