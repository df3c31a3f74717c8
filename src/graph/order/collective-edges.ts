import type { ResourceEntry } from '../resource/resource-index.js'
import type { OrderGraph } from './order-graph.js'
import { type BundlePart, completionOf, type OrderAction, type Vertex } from './vertex.js'

/** The actions that a resource goes through, promote and demote only where there are roles. */
export function actionsOf({ promotable }: ResourceEntry): readonly OrderAction[] {
  return promotable ? ['start', 'stop', 'promote', 'demote'] : ['start', 'stop']
}

/** A primitive stops before it starts again; demote, stop, start, promote is the longest way. */
export function primitiveEdges(graph: OrderGraph, id: string, promotable: boolean, part?: BundlePart): void {
  const at = (action: OrderAction) => graph.vertex(id, action, part)
  const cause = { rule: 'restart', owner: id } as const
  graph.connect(at('stop'), at('start'), cause)
  if (!promotable) return
  graph.connect(at('demote'), at('stop'), cause)
  graph.connect(at('start'), at('promote'), cause)
  graph.connect(at('demote'), at('promote'), cause)
}

/** The children of a collective start after it starts, and before it counts as running; so for each action. */
export function childEdges(
  graph: OrderGraph,
  entry: ResourceEntry,
  children: readonly string[],
  part?: BundlePart,
): void {
  const cause = { rule: 'member', owner: entry.id } as const
  for (const action of actionsOf(entry)) {
    const begun = graph.vertex(entry.id, action, part)
    const done = graph.vertex(entry.id, completionOf[action], part)
    for (const child of children) {
      graph.connect(begun, graph.vertex(child, action), cause)
      graph.connect(graph.completion(child, action), done, cause)
    }
    graph.connect(begun, done, cause)
  }
}

/** All instances of a clone are stopped before any starts again; with roles, all are demoted before any stops. */
export function roleEdges(graph: OrderGraph, entry: ResourceEntry, part?: BundlePart): void {
  const at = (action: Vertex['action']) => graph.vertex(entry.id, action, part)
  const restart = { rule: 'restart', owner: entry.id } as const
  graph.connect(at('stopped'), at('start'), restart)
  if (!entry.promotable) return
  const promotion = { rule: 'promotion', owner: entry.id } as const
  graph.connect(at('running'), at('promote'), promotion)
  graph.connect(at('demoted'), at('stop'), promotion)
  graph.connect(at('stopped'), at('promote'), restart)
  graph.connect(at('demoted'), at('start'), restart)
  graph.connect(at('demoted'), at('promote'), restart)
}
