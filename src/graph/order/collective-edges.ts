import type { Entry } from '../resource/resource-index.js'
import type { OrderGraph } from './order-graph.js'
import { type BundlePart, completionOf, type OrderAction, type Rule, type Vertex } from './vertex.js'

/** The actions that a resource goes through, promote and demote only where there are roles. */
export function actionsOf({ promotable }: Entry): readonly OrderAction[] {
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

/** What a collective holds starts after it starts, and before it counts as running; so for each action. */
export function holdEdges(graph: OrderGraph, entry: Entry, member: string, part?: BundlePart): void {
  const cause = { rule: 'member', owner: entry.id } as const satisfies { rule: Rule; owner: string }
  for (const action of actionsOf(entry)) {
    const begun = graph.vertex(entry.id, action, part)
    const done = graph.vertex(entry.id, completionOf[action], part)
    graph.connect(begun, graph.vertex(member, action), cause)
    graph.connect(graph.completion(member, action), done, cause)
    graph.connect(begun, done, cause)
  }
}

/** All instances of a clone are stopped before any starts again; with roles, all are demoted before any stops. */
export function roleEdges(graph: OrderGraph, entry: Entry, part?: BundlePart): void {
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
