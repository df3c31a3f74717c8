import { startsReached } from '../../graph/analysis/starts-reached.js'
import { placementOf } from '../../graph/colocation/placement.js'
import { allNodes } from '../../graph/location/nodes.js'
import { orderGraph } from '../../graph/order/build-order-graph.js'
import type { Cause } from '../../graph/order/vertex.js'
import { isDisabled } from '../../graph/resource/managed.js'
import { memoizePerCluster } from '../../graph/resource/memoize.js'
import { resourceIndex, topOf } from '../../graph/resource/resource-index.js'
import {
  type Cluster,
  type Group,
  INFINITY_SCORE,
  nvpairValue,
  primitivesOf,
  type Resource,
} from '../../model/index.js'
import { vipsOf } from '../../model/services.js'
import type { ItemEdit } from '../edit/edit.js'
import type { Draft } from '../order/draft.js'
import { instancesOf } from '../order/instances.js'
import type { Effect } from './effect.js'
import { possibleEffects } from './possible.js'
import { doubtfulIn } from './reach.js'
import type { AgentsByName } from './reloads.js'
import { servicesIn } from './services-in.js'
import type { Verdict } from './value-verdicts.js'
import { verdictsOf } from './verdicts.js'

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
  const verdicts =
    phase === 'stop'
      ? []
      : resources.flatMap(({ before, after }) =>
          before === undefined || after === undefined
            ? []
            : verdictsOf(before as Resource, after as Resource, from.status, agents),
        )
  const doubtful = [doubtfulIn(from), doubtfulIn(to)]
  const likely: readonly Effect[] = [
    ...startedAndStopped(resources, from, to),
    ...draggedBy(draft, from, to).map((resource) => ({ action: 'stop', resource }) as const),
    ...restarted(verdicts, to),
    ...reloaded(verdicts),
    ...resources.flatMap(({ before, after }) =>
      before === undefined || after === undefined ? [] : laterMembers(before as Resource, after as Resource),
    ),
  ]
  const isSure = ({ resource }: Effect) =>
    [from, to].every((cluster, at) => {
      const entry = resourceIndex(cluster).get(resource)
      return entry === undefined || doubtful[at]?.has(topOf(entry).id) !== true
    })
  const effects = likely.map((effect) => (isSure(effect) ? effect : ({ ...effect, may: true } as const)))
  return { effects: [...effects, ...possibleEffects(edits, verdicts, effects, from, to)], verdicts }
}

/** What runs in more or fewer instances than before, in the same parent or another one. */
function startedAndStopped(edits: readonly ItemEdit[], from: Cluster, to: Cluster): readonly Effect[] {
  const [before, after] = [instancesByService(edits, 'before', from), instancesByService(edits, 'after', to)]
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((resource): readonly Effect[] => {
    const [were, are] = [before.get(resource) ?? 0, after.get(resource) ?? 0]
    if (were === are) return []
    const effect = { action: are > were ? 'start' : 'stop', resource } as const
    // Where some instances run already, colocations may allow no other number.
    return [were > 0 && are > 0 ? { ...effect, may: true } : effect]
  })
}

/** How many instances of each service run on one side of some edits. */
function instancesByService(
  edits: readonly ItemEdit[],
  side: 'before' | 'after',
  cluster: Cluster,
): ReadonlyMap<string, number> {
  const index = resourceIndex(cluster)
  const nodes = allNodes(index).length
  const counts = new Map<string, number>()
  for (const { [side]: item } of edits) {
    const resource = item as Resource | undefined
    if (resource === undefined || isStopped(resource)) continue
    for (const id of servicesIn(resource)) {
      const entry = index.get(id) ?? index.get(resource.id)
      if (entry !== undefined && isDisabled(index, entry)) continue
      const isPart = resource.element === 'bundle' && id !== resource.primitive?.id
      counts.set(id, isPart ? 1 : instancesOf(resource, nodes))
    }
  }
  return counts
}

/** True for what the plan itself has stopped. */
function isStopped({ metaAttributes }: Resource): boolean {
  return nvpairValue(metaAttributes, 'target-role')?.toLowerCase() === 'stopped'
}

/** What restarts, and what an order may restart with it. */
function restarted(verdicts: readonly Verdict[], to: Cluster): readonly Effect[] {
  const index = resourceIndex(to)
  const graph = orderGraph(to)
  const counts = (cause: Cause) => !('id' in cause) || (cause.kind === 'Mandatory' && cause.symmetrical)
  const own = new Set<string>()
  const ids = new Set<string>()
  for (const { resource, verdict } of verdicts) {
    if (verdict !== 'restart') continue
    const entry = index.get(resource)
    if (entry?.resource === undefined) continue
    for (const id of servicesIn(entry.resource)) own.add(id)
    const done = graph.completion(topOf(entry).id, 'start')
    for (const id of done === undefined ? [] : startsReached(graph, done, counts)) {
      if (index.get(id)?.resource?.element === 'primitive') ids.add(id)
    }
  }
  const others = [...ids].filter((id) => !own.has(id))
  return [
    ...[...own].map((resource) => ({ action: 'restart', resource }) as const),
    ...others.map((resource) => ({ action: 'restart', resource, may: true }) as const),
  ]
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

/** Those members of a group that start again, since a new one comes before them. */
function laterMembers(before: Resource, after: Resource): readonly Effect[] {
  const [old, now] = [groupIn(before), groupIn(after)]
  if (old === undefined || now === undefined) return []
  const [were, are] = [old.members.map(({ id }) => id), now.members.map(({ id }) => id)]
  const first = are.findIndex((id) => !were.includes(id))
  return are
    .filter((id, at) => first >= 0 && at > first && were.includes(id))
    .map((resource) => ({ action: 'restart', resource }) as const)
}

function groupIn(resource: Resource): Group | undefined {
  if (resource.element === 'clone' || resource.element === 'master') return groupIn(resource.resource)
  return resource.element === 'group' ? resource : undefined
}
