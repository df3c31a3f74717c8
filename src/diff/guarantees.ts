import { shortestPath } from '../graph/analysis/shortest-path.js'
import { mustFollow } from '../graph/analysis/starts-after.js'
import { colocationGraph } from '../graph/guarantee/colocation-graph.js'
import { neverRunsWith } from '../graph/guarantee/never-runs-with.js'
import { runsOnlyWith } from '../graph/guarantee/runs-only-with.js'
import { orderGraph } from '../graph/order/build-order-graph.js'
import type { OrderGraph } from '../graph/order/order-graph.js'
import type { OrderAction, Vertex } from '../graph/order/vertex.js'
import { resourceIndex } from '../graph/resource/resource-index.js'
import { neverRuns } from '../graph/running/never-runs.js'
import { type Cluster, INFINITY_SCORE, resourcesOf } from '../model/index.js'
import { droppedColocations } from '../reduce/dropped-colocations.js'
import { type DroppedOrder, droppedOrders } from '../reduce/dropped-orders.js'

/** Something that is true of one cluster in every state, and not of another. */
export interface LostGuarantee {
  readonly guarantee: 'order' | 'runs-only-with' | 'never-runs-with' | 'can-run'
  /** The resources that it is about: `then` and `first`, or the dependent and the other. */
  readonly resources: readonly string[]
  /** What is guaranteed, as a sentence without a full stop. */
  readonly statement: string
  /** What can happen in the cluster without it. */
  readonly counterexample: string
}

/** What one cluster guarantees and the other does not, in both directions. */
export interface GuaranteeDifference {
  readonly lost: readonly LostGuarantee[]
  readonly gained: readonly LostGuarantee[]
}

/**
 * The guarantees about the resources of both clusters that the first gives and the second does not (`lost`), and the
 * reverse (`gained`): which action waits for which, through any chain of orders; what runs only where another runs; what
 * never shares a node; what can run at all. One that follows from others is left out.
 *
 * @example
 * ```ts
 * const [db, web] = [systemd('db'), systemd('web')]
 * const before = cluster({ resources: [db, web], constraints: [order(db, web)] })
 * const after = cluster({ resources: [db, web] })
 * const lost = guaranteeDifference(before, after).lost.map(({ statement }) => statement)
 * ```
 */
export function guaranteeDifference(a: Cluster, b: Cluster): GuaranteeDifference {
  return { lost: lostBetween(a, b), gained: lostBetween(b, a) }
}

function lostBetween(a: Cluster, b: Cluster): readonly LostGuarantee[] {
  const later = resourceIndex(b)
  const common = resourcesOf(a).filter(({ element, id }) => element !== 'template' && later.get(id))
  const isThere = (...ids: readonly string[]) => ids.every((id) => later.get(id) !== undefined)
  const orders = droppedOrders(a, b, common).filter(({ first, then }) => isThere(first, then))
  const colocations = droppedColocations(a, b, common).filter(({ rsc, withRsc }) => isThere(rsc, withRsc))
  return [
    ...orders.map((order) => lostOrder(order, b)),
    ...colocations.map(
      ({ rsc, withRsc }): LostGuarantee => ({
        guarantee: 'runs-only-with',
        resources: [rsc, withRsc],
        statement: `${rsc} runs only where ${withRsc} runs`,
        counterexample: runsOnlyWith(b, rsc, withRsc).reason,
      }),
    ),
    ...lostSeparations(a, b, isThere),
    ...lostRuns(a, b, isThere),
  ]
}

const begins = { start: 'starts', stop: 'stops', promote: 'is promoted', demote: 'is demoted' } as const
const done = { start: 'started', stop: 'stopped', promote: 'promoted', demote: 'demoted' } as const

function lostOrder(order: DroppedOrder, b: Cluster): LostGuarantee {
  const { first, firstAction, then, thenAction, kind, through } = order
  const chain = through.length === 0 ? '' : `, through ${through.join(', ')}`
  return {
    guarantee: 'order',
    resources: [then, first],
    statement: `${then} ${begins[thenAction]} only after ${first} has ${firstAction === 'promote' || firstAction === 'demote' ? 'been ' : ''}${done[firstAction]} (${kind}${chain})`,
    counterexample: withoutFirst(order, orderGraph(b)),
  }
}

/** A sequence of actions that leads to the second one without the first, or what is weaker. */
function withoutFirst({ first, firstAction, then, thenAction }: DroppedOrder, graph: OrderGraph): string {
  const [from, to] = [graph.completion(first, firstAction), graph.vertex(then, thenAction)]
  const follows = mustFollow(graph)
  if (from !== undefined && to !== undefined && shortestPath(graph, from, to, { follows }) !== undefined) {
    return `${first} restarts and ${then} stays as it is: the orders between them are Optional or apply in one direction`
  }
  const before = to === undefined ? [] : actionsBefore(to, graph, thenAction, follows)
  const sequence = [...before, `${then} ${begins[thenAction]}`].join(', ')
  return `${sequence}, while ${first} has not ${firstAction === 'promote' || firstAction === 'demote' ? 'been ' : ''}${done[firstAction]}`
}

const shown = 8

/** What has to happen before an action, the nearest last. */
function actionsBefore(
  to: Vertex,
  graph: OrderGraph,
  action: OrderAction,
  follows: (from: Vertex, to: Vertex) => boolean,
): readonly string[] {
  const found = new Set([to])
  for (const vertex of found) {
    for (const before of graph.predecessors(vertex)) if (follows(before, vertex)) found.add(before)
  }
  const phase = action === 'start' || action === 'promote' ? ['start', 'promote'] : ['stop', 'demote']
  const words = [...found]
    .filter((vertex) => vertex !== to && vertex.part === undefined && phase.includes(vertex.action))
    .filter(({ resource }) => resource !== to.resource)
    .map((vertex) => `${vertex.resource} ${begins[vertex.action as OrderAction]}`)
    .reverse()
  return words.length > shown ? [`${words.length - shown} other actions`, ...words.slice(-shown)] : words
}

function lostSeparations(
  a: Cluster,
  b: Cluster,
  isThere: (...ids: readonly string[]) => boolean,
): readonly LostGuarantee[] {
  const seen = new Set<string>()
  return colocationGraph(a).flatMap(({ dependent, primary, score }): readonly LostGuarantee[] => {
    const key = JSON.stringify([dependent, primary].sort())
    if (score > -INFINITY_SCORE || seen.has(key) || !isThere(dependent, primary)) return []
    seen.add(key)
    if (neverRunsWith(a, dependent, primary).verdict !== 'guaranteed') return []
    const { verdict, reason } = neverRunsWith(b, dependent, primary)
    if (verdict === 'guaranteed') return []
    return [
      {
        guarantee: 'never-runs-with',
        resources: [dependent, primary],
        statement: `${dependent} never runs where ${primary} runs`,
        counterexample: `${reason}: both run on the one node that is left`,
      },
    ]
  })
}

function lostRuns(
  a: Cluster,
  b: Cluster,
  isThere: (...ids: readonly string[]) => boolean,
): readonly LostGuarantee[] {
  const before = new Set(neverRuns(a).map(({ resource }) => resource))
  const known = resourceIndex(a)
  return neverRuns(b)
    .filter(({ resource }) => isThere(resource) && known.get(resource) && !before.has(resource))
    .map(({ resource, constraints }) => ({
      guarantee: 'can-run',
      resources: [resource],
      statement: `${resource} can run on some node`,
      counterexample: `no node can run ${resource}, because of ${constraints.map(({ id }) => id ?? '').join(', ')}`,
    }))
}
