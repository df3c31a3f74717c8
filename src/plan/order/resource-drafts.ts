import type { CibElement, Cluster, Constraint, Resource } from '../../model/index.js'
import { referencesIn } from '../../model/sections.js'
import { idsIn } from '../../model/walk.js'
import type { ItemEdit } from '../edit/edit.js'
import { groupBy } from '../edit/group-by.js'
import type { Places } from './constraint-places.js'
import { disabled, isRunning } from './disabled.js'
import { type Draft, draft } from './draft.js'
import { type ResourceKinds, resourceIds } from './kinds.js'
import { batches, needsAmong } from './needs.js'
import { firstOf, inClasses, lastOf, late } from './sequence.js'

/** Devices that fence: new ones come first and old ones go last, since without any nothing starts. */
export function isFenceDevice(item: CibElement | undefined): boolean {
  return item?.element === 'primitive' && item.class === 'stonith'
}

/** For each resource that leaves, in the order in which they stop: it is stopped, then deleted with its constraints. */
export function deletions(kinds: ResourceKinds, places: Places, from: Cluster): readonly Draft[] {
  const ids = new Set(kinds.leaving.keys())
  const needs = needsAmong(from, ids)
  const used = ids.size === 0 ? ids : idsIn([from])
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

/** What is new, in start order, each with the constraints that name nothing newer. */
export function creationsOf(kinds: ResourceKinds, places: Places, to: Cluster): readonly Draft[] {
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

/** For each conversion one step: a resource leaves its parent, or gets another. */
export function conversionsOf({ conversions }: ResourceKinds, { withConversion }: Places): readonly Draft[] {
  return conversions.map((edits, at) => {
    const gone = new Set(
      edits.flatMap(({ before, after }) => (after === undefined ? resourceIds(before) : [])),
    )
    const constraints = (withConversion.get(at) ?? []).flatMap((edit) => withoutGone(edit, gone))
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

/** A constraint that names what is deleted on the way goes before, and comes back as it is then. */
function withoutGone(edit: ItemEdit, gone: ReadonlySet<string>): readonly ItemEdit[] {
  const { section, id, before, after } = edit
  if (before === undefined || after === undefined) return [edit]
  if (!referencesIn(before as Constraint).some((named) => gone.has(named))) return [edit]
  return [
    { section, id, before },
    { section, id, after },
  ]
}

/** For each resource that stays and changes one step. */
export function changesOf({ changed }: ResourceKinds): readonly Draft[] {
  return [...changed.values()].map((edit) =>
    draft('change', `change ${edit.id}`, 'what it needs is there', [edit]),
  )
}

function inWords(ids: readonly string[]): string {
  return ids.join(', ')
}
