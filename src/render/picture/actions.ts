import { orderGraph } from '../../graph/order/build.js'
import type { OrderGraph } from '../../graph/order/order-graph.js'
import type { Cause, Vertex } from '../../graph/order/vertex.js'
import { type Cluster, resourcesOf } from '../../model/index.js'
import { type Box, resourceBoxes } from './boxes.js'
import { cycleEdgesIn } from './cycle-edges.js'
import { type Edge, edgesOf } from './edges.js'
import type { ImpliedLine, Junction, OrderLine } from './lines.js'
import { topsOf } from './tops.js'

/** The start order action by action. */
interface ActionPicture {
  readonly boxes: readonly Box[]
  readonly junctions: readonly Junction[]
  readonly edges: readonly Edge[]
}

type Line = (OrderLine | ImpliedLine) & { readonly inCycle?: boolean }

/**
 * A box for each action of what orders name, and a line for each reason to wait. What a clone or bundle does inside
 * is one action, and that a resource stops before it starts again is left out unless it closes a circle.
 */
export function actionPicture(cluster: Cluster): ActionPicture {
  const graph = orderGraph(cluster)
  const places = placesOf(cluster, graph)
  const lines = linesOf(cluster, graph, places)
  const named = new Set(lines.flatMap((line) => (line.line === 'order' ? [line.from.key, line.to.key] : [])))
  const tops = new Set([...places.values()].filter(({ key }) => named.has(key)).map(({ top }) => top))
  const kept = new Map(
    [...places.values()].filter(({ top }) => tops.has(top)).map((place) => [place.key, place]),
  )
  return {
    boxes: [...kept.values()].flatMap(({ box }) => box ?? []),
    junctions: [...kept.values()].flatMap(({ key, box }) =>
      box === undefined ? [{ key, look: 'Mandatory', labels: [] } as const] : [],
    ),
    edges: edgesOf(lines.filter(({ from, to }) => kept.has(from.key) && kept.has(to.key))),
  }
}

/** Where an action is drawn: in a box, or as a junction where it stands for a set. */
interface Place {
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

function placesOf(cluster: Cluster, graph: OrderGraph): ReadonlyMap<Vertex, Place> {
  const tops = topsOf(cluster)
  const boxes = new Map(
    resourceBoxes(cluster)
      .flatMap((box) => [box, ...box.members])
      .map((box) => [box.id, box]),
  )
  const groups = new Set(resourcesOf(cluster).flatMap(({ element, id }) => (element === 'group' ? [id] : [])))
  const places = new Map<string, Place>()
  return new Map(
    graph.vertices.map((vertex) => {
      const top = tops.get(vertex.resource) ?? vertex.resource
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
  const { kind = 'primitive', mark } = resource ?? {}
  return { key, id, kind, badge: action, inside: [], members: [], ...(mark === undefined ? {} : { mark }) }
}

function linesOf(cluster: Cluster, graph: OrderGraph, places: ReadonlyMap<Vertex, Place>): readonly Line[] {
  const isInCircle = cycleEdgesIn(cluster)
  const lines = new Map<string, Line>()
  for (const vertex of graph.vertices) {
    for (const next of graph.successors(vertex)) {
      const [from, to] = [places.get(vertex), places.get(next)]
      if (from === undefined || to === undefined || (from === to && vertex !== next)) continue
      const inCycle = isInCircle(vertex, next)
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

function lineOf(cause: Cause, { key: from }: Place, { key: to }: Place): Line {
  const ends = { from: { key: from }, to: { key: to } }
  if ('rule' in cause) return { line: 'implied', ...ends, why: 'rule' }
  return { line: 'order', ...ends, kind: cause.kind, labels: [], constraint: cause.id }
}
