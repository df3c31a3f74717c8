import { orderGraph } from '../../graph/order/build-order-graph.js'
import type { OrderGraph } from '../../graph/order/order-graph.js'
import type { Cause, Vertex } from '../../graph/order/vertex.js'
import { type Cluster, resourcesOf } from '../../model/index.js'
import { type Box, resourceBoxes } from '../parts/boxes.js'
import { type Edge, edgesOf, type ImpliedLine, type Junction, type OrderLine } from '../parts/lines.js'
import { cycleEdges } from './cycles.js'
import { topIdOf } from './start-levels.js'

interface ActionPicture {
  readonly boxes: readonly Box[]
  readonly junctions: readonly Junction[]
  readonly edges: readonly Edge[]
}

type Line = (OrderLine | ImpliedLine) & { readonly inCycle?: boolean }

/**
 * A box for each action of the resources that orders name, and a line for each cause of an edge in the order graph.
 * The actions inside a clone or bundle are one, and a stop before a restart is left out unless it is in a cycle.
 */
export function actionPicture(cluster: Cluster): ActionPicture {
  const graph = orderGraph(cluster)
  const places = placesOf(cluster, graph)
  const lines = linesOf(cluster, graph, places)
  const named = new Set(lines.flatMap((line) => (line.line === 'order' ? [line.from.key, line.to.key] : [])))
  const shownTops = new Set([...places.values()].filter(({ key }) => named.has(key)).map(({ top }) => top))
  const shown = new Map(
    [...places.values()].filter(({ top }) => shownTops.has(top)).map((place) => [place.key, place]),
  )
  return {
    boxes: [...shown.values()].flatMap(({ box }) => box ?? []),
    junctions: [...shown.values()].flatMap(({ key, box }) =>
      box === undefined ? [{ key, look: 'Mandatory', labels: [] } as const] : [],
    ),
    edges: edgesOf(lines.filter(({ from, to }) => shown.has(from.key) && shown.has(to.key))),
  }
}

/** Where an action is drawn: in a box, or as a junction where it belongs to a set. */
interface ShownAction {
  readonly key: string
  readonly top: string
  readonly box?: Box
}

const completed: Readonly<Partial<Record<Vertex['action'], string>>> = {
  running: 'start',
  stopped: 'stop',
  promoted: 'promote',
  demoted: 'demote',
}

function placesOf(cluster: Cluster, graph: OrderGraph): ReadonlyMap<Vertex, ShownAction> {
  const boxes = new Map(
    resourceBoxes(cluster)
      .flatMap((box) => [box, ...box.members])
      .map((box) => [box.id, box]),
  )
  const groups = new Set(resourcesOf(cluster).flatMap(({ element, id }) => (element === 'group' ? [id] : [])))
  const places = new Map<string, ShownAction>()
  return new Map(
    graph.vertices.map((vertex) => {
      const top = topIdOf(cluster, vertex.resource)
      const id = groups.has(top) ? vertex.resource : top
      const action = groups.has(id) ? vertex.action : (completed[vertex.action] ?? vertex.action)
      const isJunction = action === 'join' || action === 'one-or-more'
      const name = JSON.stringify(isJunction ? [vertex.index] : [id, action])
      const known = places.get(name)
      if (known !== undefined) return [vertex, known]
      const key = `${isJunction ? 'j' : 'b'}${places.size}`
      const place = isJunction ? { key, top } : { key, top, box: boxOf(boxes.get(id), key, id, action) }
      places.set(name, place)
      return [vertex, place]
    }),
  )
}

function boxOf(resource: Box | undefined, key: string, id: string, action: string): Box {
  const { kind = 'primitive', service } = resource ?? {}
  return {
    key,
    id,
    kind,
    badge: action,
    inside: [],
    members: [],
    ...(service === undefined ? {} : { service }),
  }
}

function linesOf(
  cluster: Cluster,
  graph: OrderGraph,
  places: ReadonlyMap<Vertex, ShownAction>,
): readonly Line[] {
  const isInCycle = cycleEdges(cluster)
  const lines = new Map<string, Line>()
  for (const vertex of graph.vertices) {
    for (const next of graph.successors(vertex)) {
      const [from, to] = [places.get(vertex), places.get(next)]
      if (from === undefined || to === undefined || (from === to && vertex !== next)) continue
      const inCycle = isInCycle(vertex, next)
      for (const cause of graph.causes(vertex, next)) {
        if (!inCycle && 'rule' in cause && cause.rule === 'restart') continue
        const line = lineOf(cause, from, to)
        const name = JSON.stringify(line)
        if (inCycle || !lines.has(name)) lines.set(name, inCycle ? { ...line, inCycle } : line)
      }
    }
  }
  return [...lines.values()]
}

function lineOf(cause: Cause, { key: from }: ShownAction, { key: to }: ShownAction): Line {
  const ends = { from: { key: from }, to: { key: to } }
  if ('rule' in cause) return { line: 'implied', ...ends, reason: 'rule' }
  return { line: 'order', ...ends, kind: cause.kind, labels: [], constraint: cause.id }
}
