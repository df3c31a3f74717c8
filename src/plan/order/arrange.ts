import { isDisabled } from '../../graph/resource/managed.js'
import { resourceIndex } from '../../graph/resource/resource-index.js'
import { freeId, isId, pcsId } from '../../model/ids.js'
import type { CibElement, Cluster, Constraint, MetaAttributes, Nvpair, Resource } from '../../model/index.js'
import { idsIn } from '../../model/walk.js'
import { sections } from '../../pcs/plan/sections.js'
import { editOf, editsBetween, type ItemEdit, itemsOf } from '../edit/edit.js'
import { groupBy } from '../edit/group-by.js'
import { type Places, placesOfConstraints, topReferences } from './constraint-places.js'
import { hasEntangledReferences } from './cross-references.js'
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
  if (hasEntangledReferences(edits, from, to)) {
    return [
      draft(
        'at-once',
        'everything',
        'at once, since items refer to parts of each other that go or come',
        edits,
      ),
    ]
  }
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
  const isFencing = ({ edits: own }: Draft) => own.some(({ before, after }) => isFenceDevice(before ?? after))
  const [devices, arriving] = split(creations, (draft) => !isFencing(draft))
  const [ordinary, late] = split(arriving, isEntry)
  const [leaving, last] = split(removals, (draft) => isFencing(draft) || isEntry(draft))
  const drafts = [
    draft(
      'names',
      'references to what leaves',
      'before the resources that they name are deleted',
      names.early,
    ),
    ...devices,
    draft(
      'release',
      'constraints of what stays on what leaves',
      'so that nothing that stays stops with what leaves',
      places.release,
    ),
    ...leaving,
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
    ...changes.filter((draft) => !isEntry(draft)),
    ...ordinary,
    ...swapped(last, late),
    ...changes.filter(isEntry),
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

/** The steps before the first that is such a one, and from it on. */
function split(
  list: readonly Draft[],
  isSuch: (draft: Draft) => boolean,
): readonly [readonly Draft[], readonly Draft[]] {
  const at = list.findIndex(isSuch)
  return at < 0 ? [list, []] : [list.slice(0, at), list.slice(at)]
}

/** Devices that fence: new ones come first and old ones go last, since without any nothing starts. */
function isFenceDevice(item: CibElement | undefined): boolean {
  return item?.element === 'primitive' && item.class === 'stonith'
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
function deletions(kinds: ResourceKinds, places: Places, from: Cluster): readonly Draft[] {
  const ids = new Set(kinds.leaving.keys())
  const needs = needsAmong(from, ids)
  const used = ids.size === 0 ? ids : idsIn([from.configuration])
  const sorted = [...batches(needs, (id) => (kinds.isEntry(id) ? 0 : 1))].reverse()
  const isLate = late(sorted, kinds.isEntry, (id, other) => needs.get(other)?.has(id) === true)
  const isDevice = (id: string) => isFenceDevice(kinds.leaving.get(id)?.before)
  const order = inClasses(sorted, (batch) => (batch.some(isLate) ? 2 : batch.some(isDevice) ? 1 : 0))
  const position = new Map(order.flat().map((id, at) => [id, at] as const))
  const byFirst = groupBy(places.withDeletion, ({ ids }) => firstOf(ids, position))
  return order.flatMap((batch) => {
    const edits = [...batch].reverse().map((id) => kinds.leaving.get(id) as ItemEdit)
    const running = edits.filter(({ before }) => isRunning(before as Resource, from))
    const stopped = running.map(
      (edit): ItemEdit => ({ ...edit, after: disabled(edit.before as Resource, used) }),
    )
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

/** The resource as `pcs resource disable` leaves it; where its own set is only a reference, with another one. */
function disabled<R extends Resource>(resource: R, used: ReadonlySet<string>): R {
  const sets = resource.metaAttributes
  const at = sets.findIndex(({ idRef, rule }) => idRef === undefined && rule === undefined)
  const id = freeId(pcsId.attributeSet(resource.id, 'meta_attributes'), used)
  const own: MetaAttributes = sets[at] ?? { element: 'meta_attributes', id, nvpairs: [] }
  const pairId = pcsId.nvpair(own.id ?? id, 'target-role')
  const pair: Nvpair = {
    element: 'nvpair',
    id: freeId(isId(pairId) ? pairId : `${own.id ?? id}-target-role`, used),
    name: 'target-role',
    value: 'Stopped',
  }
  const nvpairs = own.nvpairs.some(({ name }) => name === 'target-role')
    ? own.nvpairs.map((old) => (old.name === 'target-role' ? { ...old, value: 'Stopped' } : old))
    : [...own.nvpairs, pair]
  const set = { ...own, nvpairs }
  return { ...resource, metaAttributes: at < 0 ? [...sets, set] : sets.with(at, set) }
}

/** What is new, in start order, each with the constraints that name nothing newer. */
function creationsOf(kinds: ResourceKinds, places: Places, to: Cluster): readonly Draft[] {
  const ids = new Set(kinds.arriving.keys())
  const needs = needsAmong(to, ids)
  const sorted = batches(needs, (id) => (kinds.isEntry(id) ? 1 : 0))
  const isLate = late(sorted, kinds.isEntry, (id, other) => needs.get(id)?.has(other) === true)
  const isDevice = (id: string) => isFenceDevice(kinds.arriving.get(id)?.after)
  const order = inClasses(sorted, (batch) => (batch.some(isLate) ? 2 : batch.some(isDevice) ? 0 : 1))
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

/** Virtual IPs and HAProxy, and what has to come after them. */
function late(
  sorted: readonly (readonly string[])[],
  isEntry: (id: string) => boolean,
  isAfter: (id: string, other: string) => boolean,
): (id: string) => boolean {
  const found = new Set<string>()
  for (const batch of sorted) {
    if (batch.some((id) => isEntry(id) || [...found].some((other) => isAfter(id, other)))) {
      for (const id of batch) found.add(id)
    }
  }
  return (id) => found.has(id)
}

/** The batches of the lowest class first; within a class they stay in order. */
function inClasses(
  sorted: readonly (readonly string[])[],
  classOf: (batch: readonly string[]) => number,
): readonly (readonly string[])[] {
  return [...sorted].sort((a, b) => classOf(a) - classOf(b))
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
