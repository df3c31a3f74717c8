import { propertyOf } from '../../graph/resource/meta-attributes.js'
import { resourceIndex } from '../../graph/resource/resource-index.js'
import {
  type Cluster,
  type ClusterNode,
  type Constraint,
  constraintsOf,
  INFINITY_SCORE,
  type Nvpair,
  nvpairValue,
  type Resource,
  resourcesOf,
  scoreOf,
} from '../../model/index.js'
import { referencesIn } from '../../model/sections.js'
import type { ItemEdit } from '../edit/edit.js'
import type { ItemMove } from '../edit/restore-order.js'
import { topReferences } from '../order/constraint-places.js'
import { balancedAgain } from './balanced.js'
import type { Effect } from './effect.js'
import { doubtfulIn, reachedFrom } from './reach.js'
import { servicesIn } from './services-in.js'
import type { Verdict } from './value-verdicts.js'

/** Options of the cluster that neither place, start nor stop anything. */
const harmless: readonly string[] = [
  ...['cluster-name', 'cluster-recheck-interval', 'batch-limit', 'migration-limit', 'load-threshold'],
  ...[
    'pe-error-series-max',
    'pe-warn-series-max',
    'pe-input-series-max',
    'stonith-timeout',
    'stonith-action',
  ],
  ...['dc-deadtime', 'election-timeout', 'join-finalization-timeout', 'join-integration-timeout'],
  ...['transition-delay', 'cluster-ipc-limit', 'priority-fencing-delay', 'stonith-max-attempts'],
]

/** What a step may do besides what it does for certain, as far as the configuration leaves that open. */
export function possibleEffects(
  edits: readonly ItemEdit[],
  verdicts: readonly Verdict[],
  certain: readonly Effect[],
  from: Cluster,
  to: Cluster,
): readonly Effect[] {
  const clusters = [from, to]
  if (edits.some(isForAll)) return possible(tops(clusters), certain, clusters)
  const resources = edits.filter(({ section }) => section.name === 'resources')
  const own = new Set(resources.map(({ id }) => id))
  const shifted = new Set<string>()
  const resized = new Set<string>()
  const restarted = new Set<string>()
  for (const edit of resources) {
    const kinds = kindsOf(edit, verdicts)
    const services = new Set(servicesOf(edit))
    const isConverted = resources.some(
      (one) => one !== edit && servicesOf(one).some((id) => services.has(id)),
    )
    if (kinds.has('may-move') || isConverted) shifted.add(edit.id)
    if (kinds.has('start-or-stop') || isConverted) resized.add(edit.id)
    if (kinds.has('restart')) restarted.add(edit.id)
  }
  const comesOrGoes = new Set(
    resources
      .filter(({ id, before, after }) => !shifted.has(id) && (before === undefined || after === undefined))
      .map(({ id }) => id),
  )
  for (const edit of edits) {
    if (edit.section.name === 'tags') for (const id of ofTag(edit.id, clusters)) shifted.add(id)
    if (edit.section.name !== 'constraints') continue
    for (const id of placedBy(edit, comesOrGoes, from, to)) shifted.add(id)
  }
  const counted = new Set([...comesOrGoes, ...resized])
  for (const { id, before, after } of resources) if (isOn(before) !== isOn(after)) counted.add(id)
  const balanced = counted.size === 0 ? [] : clusters.flatMap((cluster) => balancedAgain(counted, cluster))
  const isPlaced = edits.some(({ section }) => section.name === 'constraints' || section.name === 'tags')
  const pulling = clusters.some(hasPreferences) ? comesOrGoes : []
  const around = reachedFrom([...shifted, ...pulling], clusters, { primaries: true })
  const followers = reachedFrom([...resized, ...restarted], clusters)
  const others = [...shifted, ...around, ...followers].filter(
    (id) => !comesOrGoes.has(id) && (!own.has(id) || shifted.has(id)),
  )
  const effects = possible([...resized, ...others], certain, clusters, isPlaced || resized.size > 0)
  const elsewhere = [...balanced, ...reachedFrom(balanced, clusters)].filter((id) => !own.has(id))
  return [...effects, ...possible(elsewhere, [...certain, ...effects], clusters)]
}

/** True for what has not been stopped by a target-role of its own. */
function isOn(item: ItemEdit['before']): boolean {
  const resource = item as Resource | undefined
  return nvpairValue(resource?.metaAttributes ?? [], 'target-role')?.toLowerCase() !== 'stopped'
}

/** True where some resources are better on some nodes than on others. */
function hasPreferences(cluster: Cluster): boolean {
  const strategy = propertyOf(cluster, 'placement-strategy') ?? 'default'
  return (
    strategy !== 'default' ||
    constraintsOf(cluster).some(
      (one) =>
        one.element === 'rsc_location' ||
        (one.element === 'rsc_colocation' && scoreOf(one.score) < INFINITY_SCORE),
    )
  )
}

/** With another order of resources, which of them has the first choice of a node: those that prefer none may move. */
export function reorderedEffects(moves: readonly ItemMove[], to: Cluster): readonly Effect[] {
  return moves.some(({ section }) => section.name === 'resources') ? possible(tops([to]), [], [to]) : []
}

/** What Pacemaker does about the changed parameters of a resource and of what is in it. */
function kindsOf(edit: ItemEdit, verdicts: readonly Verdict[]): ReadonlySet<Verdict['verdict']> {
  const ids = new Set([edit.id, ...servicesOf(edit)])
  return new Set(verdicts.filter(({ resource }) => ids.has(resource)).map(({ verdict }) => verdict))
}

/** What may happen to some resources at the top level: one that runs for sure neither starts nor stops, unless that is in doubt. */
function possible(
  ids: Iterable<string>,
  certain: readonly Effect[],
  clusters: readonly Cluster[],
  isInDoubt = false,
): readonly Effect[] {
  const doubtful = clusters.map(doubtfulIn)
  const known = new Map(all.map((action) => [action as string, new Set<string>()]))
  for (const { action, resource } of certain) known.get(action)?.add(resource)
  const effects: Effect[] = []
  for (const id of new Set(ids)) {
    const isDoubtful = isInDoubt || doubtful.some((set) => set.has(id))
    const services = new Set(clusters.flatMap((cluster) => servicesAt(id, cluster)))
    for (const action of isDoubtful ? all : ifRunning) {
      const listed = known.get(action)
      for (const resource of services) {
        if (listed?.has(resource) === false) effects.push({ action, resource, may: true })
        listed?.add(resource)
      }
    }
  }
  return effects
}

const ifRunning = ['move', 'restart'] as const
const all = [...ifRunning, 'stop', 'start'] as const

function servicesAt(id: string, cluster: Cluster): readonly string[] {
  const resource = resourceIndex(cluster).get(id)?.resource
  return resource === undefined ? [] : servicesIn(resource)
}

/** Settings that can place, start or stop any resource. */
function isForAll({ section, before, after }: ItemEdit): boolean {
  if (section.name === 'crm_config') {
    return changedNames(pairsOf(before), pairsOf(after)).some((name) => !harmless.includes(name))
  }
  if (section.name === 'rsc_defaults') return true
  if (section.name !== 'nodes') return false
  const setsOf = (node: ClusterNode | undefined) => [node?.instanceAttributes ?? [], node?.utilization ?? []]
  return JSON.stringify(setsOf(before as ClusterNode)) !== JSON.stringify(setsOf(after as ClusterNode))
}

function pairsOf(item: ItemEdit['before']): readonly Nvpair[] {
  return item?.element === 'cluster_property_set' ? item.nvpairs : []
}

function changedNames(before: readonly Nvpair[], after: readonly Nvpair[]): readonly string[] {
  const values = (pairs: readonly Nvpair[]) => new Map(pairs.map(({ name = '', value }) => [name, value]))
  const [old, now] = [values(before), values(after)]
  return [...new Set([...old.keys(), ...now.keys()])].filter((name) => old.get(name) !== now.get(name))
}

function tops(clusters: readonly Cluster[]): readonly string[] {
  return clusters.flatMap((cluster) => resourcesOf(cluster).map(({ id }) => id))
}

/**
 * The resources that a changed constraint can start, stop or move. Of an order only what it puts after what may not run; of
 * a colocation with what comes or goes only what is placed by that.
 */
function placedBy(
  { before, after }: ItemEdit,
  comesOrGoes: ReadonlySet<string>,
  from: Cluster,
  to: Cluster,
): readonly string[] {
  const doubtful = [doubtfulIn(from), doubtfulIn(to)]
  const isInDoubt = (id: string) => doubtful.some((ids) => ids.has(id))
  const sides: readonly (readonly [ItemEdit['before'], Cluster])[] = [
    [before, from],
    [after, to],
  ]
  return sides.flatMap(([item, cluster]) => {
    if (item === undefined) return []
    const constraint = item as Constraint
    const ids = topReferences(constraint, cluster)
    if (constraint.element === 'rsc_order')
      return ids.some(isInDoubt) || constraint.resourceSets.length > 0 ? ids : []
    const { dependent } = constraint.element === 'rsc_colocation' ? { dependent: constraint.rsc } : {}
    return dependent !== undefined &&
      topReferences({ ...constraint, withRsc: undefined } as never, cluster).some((id) => comesOrGoes.has(id))
      ? []
      : ids
  })
}

/** The resources of the constraints that name a tag. */
function ofTag(id: string, clusters: readonly Cluster[]): readonly string[] {
  return clusters.flatMap((cluster) =>
    constraintsOf(cluster)
      .filter((constraint) => referencesIn(constraint).includes(id))
      .flatMap((constraint) => topReferences(constraint, cluster)),
  )
}

function servicesOf({ before, after }: ItemEdit): readonly string[] {
  return [before, after].flatMap((item) => (item === undefined ? [] : servicesIn(item as Resource)))
}
