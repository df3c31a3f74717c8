import { likelyOrderGraph, orderGraph, possibleOrderGraph } from '../order/build-order-graph.js'
import type { OrderGraph } from '../order/order-graph.js'
import { type Phase, phaseOf, type Step, type Vertex } from '../order/vertex.js'
import { memoizePerCluster } from '../resource/memoize.js'
import { shortestCycle, shortestMixedCycle } from './shortest-cycle.js'
import { components } from './strongly-connected.js'

/**
 * What a cycle does: `self`, an action ordered against itself, aborts the scheduler; the resources of `up` never start,
 * those of `down` never stop; those of `mixed` are stuck where they stop and start in one transition.
 */
export type CycleKind = 'self' | 'up' | 'down' | 'mixed'

/** A shortest cycle of actions that wait for each other; each step begins where the last one ends. */
export interface OrderCycle {
  readonly kind: CycleKind
  readonly steps: readonly Step[]
  /** True where it depends on whether a resource happens to run on a guest or remote node. */
  readonly dependsOnPlacement?: true
}

/**
 * One cycle for each set of actions that wait for each other. Symmetrical orders form two that are mirror images; they
 * are reported once, as `up`.
 */
export const orderCycles = memoizePerCluster((cluster): readonly OrderCycle[] => {
  const [likely, possible] = [likelyOrderGraph(cluster), possibleOrderGraph(cluster)]
  const certain = orderGraph(cluster)
  const found = cyclesIn(likely, (component, phase) => {
    const same = component.flatMap(({ index }) => certain.vertices[index] ?? [])
    return oneWay(certain, same, phase).length > 0
  })
  if (possible === likely) return found
  const known = new Set(found.flatMap(({ steps }) => steps.map(({ from }) => from.index)))
  const isNew = ({ steps }: OrderCycle) => !steps.some(({ from }) => known.has(from.index))
  const more = cyclesIn(possible, () => true).filter((cycle) => isNew(cycle) && isOnePlace(cycle))
  return [
    ...found,
    ...more.map((cycle) => (isPlaced(cycle) ? { ...cycle, dependsOnPlacement: true as const } : cycle)),
  ]
})

function isPlaced({ steps }: OrderCycle): boolean {
  return steps.some(({ cause }) => 'rule' in cause && cause.rule === 'node')
}

/** False where a resource would have to run on two guest or remote nodes at once. */
function isOnePlace({ steps }: OrderCycle): boolean {
  const places = new Map<string, string>()
  return steps.every(({ from, to, cause }) => {
    if ('id' in cause || cause.rule !== 'node') return true
    const resource = from.resource === cause.owner ? to.resource : from.resource
    const place = places.get(resource) ?? cause.owner
    places.set(resource, place)
    return place === cause.owner
  })
}

function cyclesIn(
  graph: OrderGraph,
  isCertain: (component: readonly Vertex[], phase: Phase) => boolean,
): readonly OrderCycle[] {
  const certainty = (component: readonly Vertex[], phase: Phase) =>
    isCertain(component, phase) ? {} : { dependsOnPlacement: true as const }
  const selves = selfCycles(graph)
  const own = new Set(
    selves.flatMap(({ steps }) => steps.flatMap(({ cause }) => ('id' in cause ? [cause.id] : []))),
  )
  const all = components(graph, graph.vertices)
  const more = (component: readonly Vertex[]) => constraintsIn(graph, component).some((id) => !own.has(id))
  const ups = all.flatMap((component) => oneWay(graph, component, 'up')).filter(more)
  const reported = new Set(ups.map((up) => JSON.stringify(constraintsIn(graph, up))))
  const downs = all.flatMap((component) => oneWay(graph, component, 'down')).filter(more)
  return [
    ...selves,
    ...ups.map((up) => ({ kind: 'up' as const, steps: shortestCycle(graph, up), ...certainty(up, 'up') })),
    ...downs
      .filter((down) => !reported.has(JSON.stringify(constraintsIn(graph, down))))
      .map((down) => ({
        kind: 'down' as const,
        steps: shortestCycle(graph, down),
        ...certainty(down, 'down'),
      })),
    ...all
      .filter((component) => isMixed(component) && more(component))
      .map((mixed) => ({ kind: 'mixed' as const, steps: shortestMixedCycle(graph, mixed) })),
  ]
}

/** One cycle for each order of which a resource is on both sides: the others that are on both go with it. */
function selfCycles(graph: OrderGraph): OrderCycle[] {
  const reported = new Set<string>()
  return graph.vertices.flatMap((vertex) => {
    const [cause] = graph.causes(vertex, vertex)
    if (cause === undefined) return []
    const name = 'id' in cause ? cause.id : `${cause.rule} ${cause.owner}`
    if (reported.has(name)) return []
    reported.add(name)
    return [{ kind: 'self' as const, steps: [{ from: vertex, to: vertex, cause }] }]
  })
}

/** The components among the actions of one direction; a join between an action and itself is not one. */
function oneWay(graph: OrderGraph, among: readonly Vertex[], phase: Phase): Vertex[][] {
  const actions = among.filter((vertex) => phaseOf(vertex) === phase || phaseOf(vertex) === 'either')
  return components(graph, actions).filter(
    (component) => component.filter(({ action }) => action !== 'join').length > 1,
  )
}

function isMixed(component: readonly Vertex[]): boolean {
  const phases = new Set(component.map(phaseOf))
  return phases.has('up') && phases.has('down')
}

/** The ids of the orders within a component, sorted. */
function constraintsIn(graph: OrderGraph, component: readonly Vertex[]): readonly string[] {
  const within = new Set(component)
  const ids = new Set<string>()
  for (const vertex of component) {
    for (const successor of graph.successors(vertex)) {
      if (!within.has(successor)) continue
      for (const cause of graph.causes(vertex, successor)) if ('id' in cause) ids.add(cause.id)
    }
  }
  return [...ids].sort()
}
