import type { OrderGraph } from '../order/order-graph.js'
import { phaseOf, type Step, type Vertex } from '../order/vertex.js'
import { shortestPath } from './shortest-path.js'

/** The search ends after about this many visits, with the shortest cycle found until then. */
const visitsAllowed = 5_000_000

/** The shortest cycle in a strongly connected component of at least two actions; one of an action with itself is none. */
export function shortestCycle(graph: OrderGraph, component: readonly Vertex[]): Step[] {
  const within = new Set(component)
  const real = component.filter((vertex) => phaseOf(vertex) !== 'either')
  const forks = real.filter((vertex) => isFork(graph, vertex, within))
  return shortestThrough(forks.length === 0 ? real.slice(0, 1) : forks, component.length, (vertex, limit) =>
    shortestPath(graph, vertex, vertex, { within, limit, follows: (from, to) => from !== to }),
  )
}

/** The shortest cycle with a step from an action that brings up to one that takes down. */
export function shortestMixedCycle(graph: OrderGraph, component: readonly Vertex[]): Step[] {
  const within = new Set(component)
  return shortestThrough(crossings(graph, within), component.length, ([up, down], limit) => {
    const across = shortestPath(graph, up, down, { within, limit: 2 })
    const back = shortestPath(graph, down, up, { within, limit: limit - 1 })
    return across && back && [...across, ...back]
  })
}

function shortestThrough<Start>(
  starts: readonly Start[],
  visits: number,
  cycleAt: (start: Start, limit: number) => Step[] | undefined,
): Step[] {
  let best: Step[] = []
  const tries = Math.max(1, Math.ceil(visitsAllowed / visits))
  for (const start of starts.slice(0, tries)) {
    best = cycleAt(start, best.length === 0 ? Number.POSITIVE_INFINITY : best.length) ?? best
  }
  return best
}

/** Every cycle passes a fork, but for one that is the whole component. */
function isFork(graph: OrderGraph, vertex: Vertex, within: ReadonlySet<Vertex>): boolean {
  const successors = graph.successors(vertex).filter((successor) => within.has(successor))
  return successors.length > 1 || successors.some((successor) => phaseOf(successor) === 'either')
}

/** The pairs of an action that brings up and an action that takes down right after it. */
function crossings(graph: OrderGraph, within: ReadonlySet<Vertex>): (readonly [Vertex, Vertex])[] {
  const found: (readonly [Vertex, Vertex])[] = []
  for (const up of within) {
    if (phaseOf(up) !== 'up') continue
    const passed = new Set([up])
    for (const vertex of passed) {
      for (const successor of graph.successors(vertex)) {
        if (!within.has(successor)) continue
        if (phaseOf(successor) === 'down') found.push([up, successor])
        if (phaseOf(successor) === 'either') passed.add(successor)
      }
    }
  }
  return found
}
