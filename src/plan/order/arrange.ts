import { isDisabled } from '../../graph/resource/managed.js'
import { resourceIndex } from '../../graph/resource/resource-index.js'
import { pcsId } from '../../model/ids.js'
import type { CibElement, Cluster, Constraint, MetaAttributes, Nvpair, Resource } from '../../model/index.js'
import { sections } from '../../pcs/plan/sections.js'
import { editOf, editsBetween, type ItemEdit, itemsOf } from '../edit/edit.js'
import { groupBy } from '../edit/group-by.js'
import { type Places, placesOfConstraints, topReferences } from './constraint-places.js'
import type { Draft } from './draft.js'
import { kindsOf, type ResourceKinds, resourceIds } from './kinds.js'
import { batches, needsAmong } from './needs.js'
import { placesOfReferences } from './reference-places.js'

/**
 * The steps from one cluster to the other. What would stop others goes first; what leaves is stopped before what it
 * needs, and deleted when it is stopped; what is new comes when what it needs is there. Virtual IPs and HAProxy are last
 * of each.
 */
export function arrange(from: Cluster, to: Cluster): readonly Draft[] {
  const edits = editsBetween(from, to)
  const inSections = (...names: readonly string[]) =>
    edits.filter(({ section }) => names.includes(section.name))
  const kinds = kindsOf(edits, from, to)
  const all = [...inSections('constraints'), ...onceMore(kinds, from, to)]
  const places = placesOfConstraints(all, kinds, from, to)
  const gone = new Set(
    [...kinds.leaving.values(), ...kinds.conversions.flat()].flatMap(({ before }) => resourceIds(before)),
  )
  const names = placesOfReferences(inSections('tags', 'fencing-topology', 'acls'), from, to, gone)
  const isEntry = (draft: Draft) =>
    draft.edits.some(({ section, id }) => section.name === 'resources' && kinds.isEntry(id))
  const removals = deletions(kinds, places, from)
  const creations = creationsOf(kinds, places, to)
  const changes = [...conversionsOf(kinds, places), ...changesOf(kinds)]
  const ordinary = (list: readonly (readonly Draft[])[]) => list.filter((part) => !part.some(isEntry)).flat()
  const entries = (list: readonly (readonly Draft[])[]) => list.filter((part) => part.some(isEntry)).flat()
  const alone = (list: readonly Draft[]) => list.map((draft) => [draft])
  const drafts = [
    draft(
      'names',
      'references to what leaves',
      'before the resources that they name are deleted',
      names.early,
    ),
    draft(
      'release',
      'constraints of what stays on what leaves',
      'so that nothing that stays stops with what leaves',
      places.release,
    ),
    ...ordinary(removals),
    draft(
      'settings',
      'settings',
      'before what they apply to changes',
      inSections('crm_config', 'rsc_defaults', 'op_defaults', 'nodes'),
    ),
    draft(
      'constraints',
      'constraints among what stays',
      'at once, so that nothing moves to a place where it does not stay',
      places.among,
    ),
    ...ordinary(alone(changes)),
    ...ordinary(alone(creations)),
    ...swapped(entries(removals), entries(alone(creations))),
    ...entries(alone(changes)),
    draft(
      'constraints',
      'orders after what is new',
      'when that has started, since what follows it would start again',
      places.afterwards,
    ),
    draft('names', 'names, permissions and alerts', 'when all that they name is there', [
      ...names.late,
      ...inSections('alerts'),
    ]),
  ]
  return drafts.filter((one) => one.edits.length > 0)
}

/** Constraints that stay as they are on what is deleted and created again under its id: they go with it, and come back. */
function onceMore({ leaving, arriving }: ResourceKinds, from: Cluster, to: Cluster): readonly ItemEdit[] {
  if (![...leaving.keys()].some((id) => arriving.has(id))) return []
  const [before, after] = [itemsOf(constraints, from), itemsOf(constraints, to)]
  return [...before].flatMap(([id, item]): readonly ItemEdit[] => {
    const same = after.get(id)
    const isAgain = topReferences(item as Constraint, from).some(
      (ref) => leaving.has(ref) && arriving.has(ref),
    )
    const isSame = same !== undefined && editOf(constraints, id, item, same).length === 0
    return isAgain && isSame ? [{ section: constraints, id, before: item, after: same }] : []
  })
}

const constraints = sections.find(({ name }) => name === 'constraints') as (typeof sections)[number]

function draft(phase: Draft['phase'], title: string, why: string, edits: readonly ItemEdit[]): Draft {
  return { phase, title, why, edits }
}

/** For each resource that leaves, in the order in which they stop: it is stopped, then deleted with its constraints. */
function deletions(kinds: ResourceKinds, places: Places, from: Cluster): readonly (readonly Draft[])[] {
  const ids = new Set(kinds.leaving.keys())
  const needs = needsAmong(from, ids)
  const order = [...batches(needs, (id) => (kinds.isEntry(id) ? 0 : 1))].reverse()
  const position = new Map(order.flat().map((id, at) => [id, at] as const))
  const byFirst = groupBy(places.withDeletion, ({ ids }) => firstOf(ids, position))
  return order.map((batch) => {
    const edits = [...batch].reverse().map((id) => kinds.leaving.get(id) as ItemEdit)
    const running = edits.filter(({ before }) => isRunning(before as Resource, from))
    const stopped = running.map((edit): ItemEdit => ({ ...edit, after: disabled(edit.before as Resource) }))
    const known = new Map(stopped.map(({ id, after }) => [id, after] as const))
    const removed = edits.map(
      (edit): ItemEdit => ({ ...edit, before: known.get(edit.id) ?? (edit.before as CibElement) }),
    )
    const list = inWords(batch)
    return [
      draft(
        'stop',
        `stop ${list}`,
        'nothing that is left needs it, and it is stopped before it is deleted',
        stopped,
      ),
      draft('delete', `delete ${list}`, 'it is stopped', [
        ...batch.flatMap((id) => (byFirst.get(id) ?? []).map(({ edit }) => edit)),
        ...removed,
      ]),
    ].filter((one) => one.edits.length > 0)
  })
}

function isRunning(resource: Resource, from: Cluster): boolean {
  const index = resourceIndex(from)
  const entry = index.get(resource.id)
  return entry !== undefined && !isDisabled(index, entry)
}

/** The resource as `pcs resource disable` leaves it. */
function disabled<R extends Resource>(resource: R): R {
  const [set, ...others] = resource.metaAttributes
  const own: MetaAttributes = set ?? {
    element: 'meta_attributes',
    id: pcsId.attributeSet(resource.id, 'meta_attributes'),
    nvpairs: [],
  }
  const pair: Nvpair = {
    element: 'nvpair',
    id: pcsId.nvpair(own.id ?? '', 'target-role'),
    name: 'target-role',
    value: 'Stopped',
  }
  const nvpairs = own.nvpairs.some(({ name }) => name === 'target-role')
    ? own.nvpairs.map((old) => (old.name === 'target-role' ? { ...old, value: 'Stopped' } : old))
    : [...own.nvpairs, pair]
  return { ...resource, metaAttributes: [{ ...own, nvpairs }, ...others] }
}

/** What is new, in start order, each with the constraints that name nothing newer. */
function creationsOf(kinds: ResourceKinds, places: Places, to: Cluster): readonly Draft[] {
  const ids = new Set(kinds.arriving.keys())
  const order = batches(needsAmong(to, ids), (id) => (kinds.isEntry(id) ? 1 : 0))
  const position = new Map(order.flat().map((id, at) => [id, at] as const))
  const byLast = groupBy(places.withCreation, ({ ids }) => lastOf(ids, position))
  return order.map((batch) =>
    draft('create', `create ${inWords(batch)}`, 'what it needs is there', [
      ...batch.map((id) => kinds.arriving.get(id) as ItemEdit),
      ...batch.flatMap((id) => (byLast.get(id) ?? []).map(({ edit }) => edit)),
    ]),
  )
}

function conversionsOf({ conversions }: ResourceKinds, { withConversion }: Places): readonly Draft[] {
  return conversions.map((edits, at) => {
    const constraints = withConversion.get(at) ?? []
    const all = [...constraints, ...edits]
    const first = all.filter(({ after }) => after === undefined)
    const rest = all.filter(({ after }) => after !== undefined)
    const resources = rest.filter(({ section }) => section.name === 'resources')
    return draft(
      'convert',
      `convert ${inWords(edits.map(({ id }) => id))}`,
      'at once, since a resource has another parent afterwards',
      [...first, ...resources, ...rest.filter((edit) => !resources.includes(edit))],
    )
  })
}

function changesOf({ changed }: ResourceKinds): readonly Draft[] {
  return [...changed.values()].map((edit) =>
    draft('change', `change ${edit.id}`, 'what it needs is there', [edit]),
  )
}

/** The deletion of HAProxy is one step with the creation of the new one, so that a virtual IP never runs without. */
function swapped(removals: readonly Draft[], creations: readonly Draft[]): readonly Draft[] {
  const at = removals.findLastIndex(
    ({ phase, edits }) => phase === 'delete' && edits.some(({ section }) => section.name === 'constraints'),
  )
  const [first, ...others] = creations
  if (at < 0 || first === undefined) return [...removals, ...creations]
  const removal = removals[at] as Draft
  const swap = draft(
    'convert',
    `${removal.title}, ${first.title}`,
    'at once, so that no virtual IP runs without HAProxy',
    [...removal.edits, ...first.edits],
  )
  return [...removals.slice(0, at), swap, ...removals.slice(at + 1), ...others]
}

function firstOf(ids: readonly string[], position: ReadonlyMap<string, number>): string {
  return ids.reduce((one, id) => ((position.get(id) ?? 0) < (position.get(one) ?? 0) ? id : one))
}

function lastOf(ids: readonly string[], position: ReadonlyMap<string, number>): string {
  return ids.reduce((one, id) => ((position.get(id) ?? 0) > (position.get(one) ?? 0) ? id : one))
}

function inWords(ids: readonly string[]): string {
  return ids.join(', ')
}
