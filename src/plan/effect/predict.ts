import { startsReached } from '../../graph/analysis/starts-reached.js'
import { placementOf } from '../../graph/colocation/placement.js'
import { allNodes } from '../../graph/location/nodes.js'
import { orderGraph } from '../../graph/order/build-order-graph.js'
import type { Cause } from '../../graph/order/vertex.js'
import { isDisabled } from '../../graph/resource/managed.js'
import { memoizePerCluster } from '../../graph/resource/memoize.js'
import { resourceIndex, topOf } from '../../graph/resource/resource-index.js'
import {
  type Bundle,
  type Cluster,
  type Group,
  INFINITY_SCORE,
  primitivesOf,
  type Resource,
} from '../../model/index.js'
import { vipsOf } from '../../model/services.js'
import type { ItemEdit } from '../edit/edit.js'
import type { Draft } from '../order/draft.js'
import { instancesOf } from '../order/instances.js'
import type { Effect } from './effect.js'
import { type AgentsByName, type Verdict, verdictsOf } from './verdicts.js'

/** What a step does, as far as the configuration decides it. */
export interface Prediction {
  /** Without nodes: where a resource runs is the scheduler's choice. */
  readonly effects: readonly Effect[]
  /** What happens because of each changed parameter. */
  readonly verdicts: readonly Verdict[]
}

/** Virtual IPs that stay, and are stopped HAProxy: they start again with what comes in its place. */
export function draggedBy({ phase, edits }: Draft, from: Cluster, to: Cluster): readonly string[] {
  if (phase !== 'stop') return []
  const ids = new Set(edits.map(({ id }) => id))
  const stays = resourceIndex(to)
  const dragged = vipLinks(from).flatMap(({ primary, dependent, services }) =>
    ids.has(primary) && !ids.has(dependent) ? services : [],
  )
  return [...new Set(dragged)].filter((id) => stays.get(id) !== undefined)
}

/** The colocations that place virtual IPs with something for sure, by the resources of the section. */
const vipLinks = memoizePerCluster((cluster) => {
  const vips = new Set(vipsOf(cluster).map(({ id }) => id))
  return placementOf(cluster).links.flatMap(({ primary, dependent, score }) => {
    const { resource } = dependent
    if (score < INFINITY_SCORE || resource === undefined) return []
    if (!primitivesOf(resource).some(({ id }) => vips.has(id))) return []
    return [{ primary: topOf(primary).id, dependent: topOf(dependent).id, services: servicesIn(resource) }]
  })
})

/** The prediction of a step, from the two clusters alone. */
export function predict(draft: Draft, from: Cluster, to: Cluster, agents: AgentsByName): Prediction {
  const { phase, edits } = draft
  const resources = edits.filter(({ section }) => section.name === 'resources')
  if (phase === 'stop') {
    const ids = [
      ...resources.flatMap(({ before }) => servicesIn(before as Resource)),
      ...draggedBy(draft, from, to),
    ]
    return { effects: ids.map((resource) => ({ action: 'stop', resource })), verdicts: [] }
  }
  const verdicts = resources.flatMap(({ before, after }) =>
    before === undefined || after === undefined
      ? []
      : verdictsOf(before as Resource, after as Resource, agents),
  )
  return {
    effects: [
      ...started(resources, to),
      ...restarted(verdicts, to),
      ...reloaded(verdicts),
      ...resources.flatMap((edit) => resized(edit, to)),
    ],
    verdicts,
  }
}

/** What is new, unless it is to be stopped. */
function started(edits: readonly ItemEdit[], to: Cluster): readonly Effect[] {
  const index = resourceIndex(to)
  return edits
    .filter(({ before, after }) => before === undefined && after !== undefined)
    .filter(({ id }) => {
      const entry = index.get(id)
      return entry !== undefined && !isDisabled(index, entry)
    })
    .flatMap(({ after }) => servicesIn(after as Resource))
    .map((resource) => ({ action: 'start', resource }))
}

/** What restarts, and what an order restarts with it. */
function restarted(verdicts: readonly Verdict[], to: Cluster): readonly Effect[] {
  const index = resourceIndex(to)
  const graph = orderGraph(to)
  const counts = (cause: Cause) => !('id' in cause) || (cause.kind === 'Mandatory' && cause.symmetrical)
  const ids = new Set<string>()
  for (const { resource, verdict } of verdicts) {
    if (verdict !== 'restart') continue
    const entry = index.get(resource)
    if (entry?.resource === undefined) continue
    for (const id of servicesIn(entry.resource)) ids.add(id)
    const done = graph.completion(topOf(entry).id, 'start')
    for (const id of done === undefined ? [] : startsReached(graph, done, counts)) {
      if (index.get(id)?.resource?.element === 'primitive') ids.add(id)
    }
  }
  return [...ids].map((resource) => ({ action: 'restart', resource }))
}

/** What is reloaded, since nothing else of it wants a restart. */
function reloaded(verdicts: readonly Verdict[]): readonly Effect[] {
  const ids = (wanted: Verdict['verdict']) =>
    new Set(verdicts.filter(({ verdict }) => verdict === wanted).map(({ resource }) => resource))
  const restarts = ids('restart')
  return [...ids('reload')]
    .filter((id) => !restarts.has(id))
    .map((resource) => ({ action: 'reload', resource }))
}

/** The instances and members that a change of a collective resource starts and stops. */
function resized({ before, after }: ItemEdit, to: Cluster): readonly Effect[] {
  if (before === undefined || after === undefined) return []
  return [
    ...instanceEffects(before as Resource, after as Resource, to),
    ...memberEffects(before as Resource, after as Resource),
  ]
}

function instanceEffects(before: Resource, after: Resource, to: Cluster): readonly Effect[] {
  const nodes = allNodes(resourceIndex(to)).length
  const [was, is] = [instancesOf(before, nodes), instancesOf(after, nodes)]
  if (was === is) return []
  return servicesIn(after).map((resource) => ({ action: is > was ? 'start' : 'stop', resource }))
}

/** A new member starts, and those after it start again; one that goes stops. */
function memberEffects(before: Resource, after: Resource): readonly Effect[] {
  const [old, now] = [groupIn(before), groupIn(after)]
  if (old === undefined || now === undefined) return []
  const [were, are] = [old.members.map(({ id }) => id), now.members.map(({ id }) => id)]
  const first = are.findIndex((id) => !were.includes(id))
  return [
    ...are.filter((id) => !were.includes(id)).map((resource) => ({ action: 'start', resource }) as const),
    ...are
      .filter((id, at) => first >= 0 && at > first && were.includes(id))
      .map((resource) => ({ action: 'restart', resource }) as const),
    ...were.filter((id) => !are.includes(id)).map((resource) => ({ action: 'stop', resource }) as const),
  ]
}

function groupIn(resource: Resource): Group | undefined {
  if (resource.element === 'clone' || resource.element === 'master') return groupIn(resource.resource)
  return resource.element === 'group' ? resource : undefined
}

/** The ids that run: of primitives, and of what Pacemaker makes of a bundle. */
function servicesIn(resource: Resource): readonly string[] {
  const primitives = primitivesOf(resource).map(({ id }) => id)
  return resource.element === 'bundle' ? [...partsOf(resource), ...primitives] : primitives
}

/** The containers of a bundle, and the connections to them where something runs inside. */
function partsOf({ id, container, primitive }: Bundle): readonly string[] {
  const count = Number(container.replicas ?? container.promotedMax ?? container.masters ?? 1)
  const replicas = Array.from({ length: count }, (_, at) => at)
  const containers = replicas.map((at) => `${id}-${container.element}-${at}`)
  return primitive === undefined ? containers : [...containers, ...replicas.map((at) => `${id}-${at}`)]
}
