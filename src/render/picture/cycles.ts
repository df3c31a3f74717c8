import { type OrderCycle, orderCycles, type Step, type Vertex } from '../../graph/index.js'
import { likelyOrderGraph } from '../../graph/order/build-order-graph.js'
import type { OrderGraph } from '../../graph/order/order-graph.js'
import { phaseOf } from '../../graph/order/vertex.js'
import type { Cluster } from '../../model/index.js'
import type { Box } from '../parts/boxes.js'
import type { Edge } from '../parts/lines.js'

/** Sets `inCycle` on the boxes and edges of ordering cycles. */
export function withCycles(
  cluster: Cluster,
  boxes: readonly Box[],
  edges: readonly Edge[],
): { readonly boxes: readonly Box[]; readonly edges: readonly Edge[] } {
  const cycles = orderCycles(cluster).map(idsIn)
  if (cycles.length === 0) return { boxes, edges }
  const all = new Map(boxes.flatMap((box) => [box, ...box.members]).map((box) => [box.key, box]))
  const isEndIn = (key: string, resources: ReadonlySet<string>) => {
    const box = all.get(key)
    return box === undefined || idsOf(box).some((id) => resources.has(id))
  }
  const isIn = (edge: Edge) =>
    (edge.line === 'order' || edge.line === 'implied') &&
    cycles.some(
      ({ resources, reasons }) =>
        reasons.has(edge.line === 'order' ? edge.constraint : edge.reason) &&
        isEndIn(edge.from.key, resources) &&
        isEndIn(edge.to.key, resources),
    )
  const withCycle = (box: Box): Box => ({
    ...box,
    members: box.members.map(withCycle),
    ...(cycles.some(({ resources }) => resources.has(box.id)) ? { inCycle: true } : {}),
  })
  return {
    boxes: boxes.map(withCycle),
    edges: edges.map((edge) => (isIn(edge) ? { ...edge, inCycle: true } : edge)),
  }
}

/** The resources of a cycle, and the orders (or `member`, the order of a group's members) in it. */
function idsIn({ steps }: OrderCycle): { resources: ReadonlySet<string>; reasons: ReadonlySet<string> } {
  return {
    resources: new Set(steps.flatMap(({ from, to }) => [from.resource, to.resource])),
    reasons: new Set(steps.map(({ cause }) => ('id' in cause ? cause.id : 'member'))),
  }
}

function idsOf({ id, inside, members }: Box): readonly string[] {
  return [id, ...inside, ...members.map((member) => member.id)]
}

/** Which edges of the order graph are part of an ordering cycle. */
export function cycleEdges(cluster: Cluster): (from: Vertex, to: Vertex) => boolean {
  const graph = likelyOrderGraph(cluster)
  const pairs = new Set(
    orderCycles(cluster)
      .flatMap(({ steps }) => steps.flatMap((step) => pathOf(graph, step)))
      .map(([from, to]) => nameOf(from, to)),
  )
  return (from, to) => pairs.has(nameOf(from, to))
}

function nameOf(from: Vertex, to: Vertex): string {
  return `${from.index} ${to.index}`
}

/** The edges of a step: it skips the vertices of sets, and this is a shortest path through them. */
function pathOf(graph: OrderGraph, { from, to }: Step): readonly (readonly [Vertex, Vertex])[] {
  const cameFrom = new Map<Vertex, Vertex>()
  const passed = [from]
  for (const vertex of passed) {
    for (const next of graph.successors(vertex)) {
      if (cameFrom.has(next)) continue
      cameFrom.set(next, vertex)
      if (next === to) return backwards(cameFrom, from, to)
      if (phaseOf(next) === 'either') passed.push(next)
    }
  }
  return []
}

function backwards(cameFrom: ReadonlyMap<Vertex, Vertex>, from: Vertex, to: Vertex): [Vertex, Vertex][] {
  const path: [Vertex, Vertex][] = []
  let at = to
  do {
    const before = cameFrom.get(at) as Vertex
    path.push([before, at])
    at = before
  } while (at !== from)
  return path
}
