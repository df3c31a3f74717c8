import type { CibElement, Cluster } from '../../model/index.js'
import { neededIds, ownIds } from '../../pcs/plan/ids.js'
import { sections } from '../../pcs/plan/sections.js'
import { type ItemEdit, itemsOf } from '../edit/edit.js'
import { resourceIds } from './kinds.js'

/**
 * True where an item refers to a part of another by `id-ref` or as its template, and that part goes or comes: no order of
 * single changes keeps every reference valid. Resources that come or go together are no such case.
 */
export function hasEntangledReferences(edits: readonly ItemEdit[], from: Cluster, to: Cluster): boolean {
  if (edits.some(({ before, after }) => !hasId(before ?? after))) return true
  return isEntangled(edits, from, 'before', 'after') || isEntangled(edits, to, 'after', 'before')
}

/** What has no id, such as a set by `id-ref`, cannot be removed alone. */
function hasId(item: CibElement | undefined): boolean {
  return item !== undefined && 'id' in item && item.id !== undefined
}

function isEntangled(
  edits: readonly ItemEdit[],
  cluster: Cluster,
  here: 'before' | 'after',
  there: 'before' | 'after',
): boolean {
  const owners = new Map<string, ItemEdit>()
  for (const edit of edits) {
    const stays = new Set(edit[there] === undefined ? [] : ownIds(edit[there]).map(([id]) => id))
    for (const [id] of edit[here] === undefined ? [] : ownIds(edit[here]))
      if (!stays.has(id)) owners.set(id, edit)
  }
  if (owners.size === 0) return false
  const elsewhere = new Set(edits.flatMap((edit) => resourceIds(edit[there])))
  const onOneSide = new Set<string | undefined>(
    edits
      .filter((edit) => edit.section.name === 'resources' && edit[there] === undefined)
      .filter((edit) => !resourceIds(edit[here]).some((id) => elsewhere.has(id)))
      .map(({ id }) => id),
  )
  return sections
    .filter(({ name }) => name !== 'acls')
    .flatMap((section) => [...itemsOf(section, cluster).values()].map((item) => ({ section, item })))
    .some(({ section, item }) => {
      const own = new Set(ownIds(item).map(([id]) => id))
      return neededIds(item).some((id) => {
        const owner = owners.get(id)
        if (owner === undefined || own.has(id)) return false
        const isOfResources = section.name === 'resources' && owner.section === section
        return !(
          isOfResources &&
          owner[there] === undefined &&
          onOneSide.has('id' in item ? item.id : undefined)
        )
      })
    })
}
