import { resourceIndex, topOf } from '../../graph/resource/resource-index.js'
import { type Cluster, type Constraint, INFINITY_SCORE, scoreOf } from '../../model/index.js'
import { referencesIn } from '../../model/sections.js'
import type { ItemEdit } from '../edit/edit.js'
import type { ResourceKinds } from './kinds.js'

/** An edit that belongs to what happens to some resources. */
interface WithResources {
  readonly edit: ItemEdit
  readonly ids: readonly string[]
}

/** Where the changes of constraints, tags and the like belong. */
export interface Places {
  /** Before anything stops. */
  readonly release: ItemEdit[]
  /** With the deletion of the first of these resources. */
  readonly withDeletion: WithResources[]
  /** Among resources that are there before and after. */
  readonly among: ItemEdit[]
  /** With the conversion of that number. */
  readonly withConversion: Map<number, ItemEdit[]>
  /** With the creation of the last of these resources. */
  readonly withCreation: WithResources[]
  /** When all runs. */
  readonly afterwards: ItemEdit[]
}

/** Distributes the edits of constraints. */
export function placesOfConstraints(
  edits: readonly ItemEdit[],
  kinds: ResourceKinds,
  from: Cluster,
  to: Cluster,
): Places {
  const places: Places = {
    release: [],
    withDeletion: [],
    among: [],
    withConversion: new Map(),
    withCreation: [],
    afterwards: [],
  }
  const conversionOf = new Map(
    kinds.conversions.flatMap((list, at) => list.map(({ id }) => [id, at] as const)),
  )
  for (const edit of edits) {
    const before = edit.before && topReferences(edit.before as Constraint, from)
    const after = edit.after && topReferences(edit.after as Constraint, to)
    const conversion = [...(before ?? []), ...(after ?? [])].flatMap((id) => conversionOf.get(id) ?? [])
    const leaves = (before ?? []).filter((id) => kinds.leaving.has(id))
    const arrives = (after ?? []).filter((id) => kinds.arriving.has(id))
    if (leaves.length + arrives.length + conversion.length === 0) {
      places.among.push(edit)
      continue
    }
    const { section, id } = edit
    const isWithOne = leaves.length + arrives.length === 0 && new Set(conversion).size === 1
    if (edit.before !== undefined && isWithOne) {
      addTo(places.withConversion, conversion[0] as number, edit)
      continue
    }
    if (edit.before !== undefined)
      placeRemoval({ section, id, before: edit.before }, leaves, conversion, places, kinds, from)
    if (edit.after !== undefined)
      placeAddition({ section, id, after: edit.after }, arrives, conversion, places, to)
  }
  return places
}

function placeRemoval(
  edit: ItemEdit,
  leaves: readonly string[],
  conversion: readonly number[],
  places: Places,
  kinds: ResourceKinds,
  from: Cluster,
): void {
  const constraint = edit.before as Constraint
  const bindsEntry = bindsTo(constraint, from, kinds)
  if (leaves.length === 0 && conversion.length > 0)
    addTo(places.withConversion, Math.min(...conversion), edit)
  else if (leaves.length === 0 || (drags(constraint, kinds, from) && !bindsEntry)) places.release.push(edit)
  else places.withDeletion.push({ edit, ids: leaves })
}

function placeAddition(
  edit: ItemEdit,
  arrives: readonly string[],
  conversion: readonly number[],
  places: Places,
  to: Cluster,
): void {
  const constraint = edit.after as Constraint
  if (arrives.length > 0) {
    if (restartsWhatRuns(constraint, arrives, to)) places.afterwards.push(edit)
    else places.withCreation.push({ edit, ids: arrives })
  } else if (conversion.length > 0) addTo(places.withConversion, Math.max(...conversion), edit)
  else places.among.push(edit)
}

/** True where what stays would stop with what leaves. */
function drags(constraint: Constraint, { leaving }: ResourceKinds, from: Cluster): boolean {
  const top = topIn(from)
  const isLeaving = (id: string | undefined) => id !== undefined && leaving.has(top(id))
  if (constraint.element === 'rsc_order' && constraint.resourceSets.length === 0) {
    return isLeaving(constraint.first) && !isLeaving(constraint.then)
  }
  if (constraint.element === 'rsc_colocation' && constraint.resourceSets.length === 0) {
    return isLeaving(constraint.withRsc) && !isLeaving(constraint.rsc)
  }
  return topReferences(constraint, from).some((id) => !leaving.has(id))
}

/** True for what binds a virtual IP to HAProxy: it is removed with HAProxy, not before. */
function bindsTo(constraint: Constraint, from: Cluster, { isEntry }: ResourceKinds): boolean {
  if (constraint.element !== 'rsc_colocation' || scoreOf(constraint.score) < INFINITY_SCORE) return false
  return topReferences(constraint, from).every(isEntry)
}

/** True for an order by which what runs would start again, since what it follows has just started. */
function restartsWhatRuns(constraint: Constraint, arrives: readonly string[], to: Cluster): boolean {
  if (constraint.element !== 'rsc_order' || constraint.resourceSets.length > 0) return false
  const top = topIn(to)
  return arrives.includes(top(constraint.first ?? '')) && !arrives.includes(top(constraint.then ?? ''))
}

/** The resources at the top level that a constraint names, through tags too. */
export function topReferences(constraint: Constraint, cluster: Cluster): readonly string[] {
  const index = resourceIndex(cluster)
  const top = topIn(cluster)
  const ids = referencesIn(constraint).flatMap((id) => (index.get(id) ? [id] : (index.membersOf(id) ?? [])))
  return [...new Set(ids.map(top))]
}

function topIn(cluster: Cluster): (id: string) => string {
  const index = resourceIndex(cluster)
  return (id) => {
    const entry = index.get(id)
    return entry === undefined ? id : topOf(entry).id
  }
}

function addTo<Key>(map: Map<Key, ItemEdit[]>, key: Key, edit: ItemEdit): void {
  const list = map.get(key)
  if (list === undefined) map.set(key, [edit])
  else list.push(edit)
}
