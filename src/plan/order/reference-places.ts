import type { CibElement, Cluster, FencingLevel, ObjRef, Tag } from '../../model/index.js'
import { idsIn } from '../../model/walk.js'
import { neededIds } from '../../pcs/plan/ids.js'
import { editOf, type ItemEdit } from '../edit/edit.js'

/** The edits of what only names resources: before anything leaves, and when all is there. */
export interface ReferencePlaces {
  readonly early: readonly ItemEdit[]
  readonly late: readonly ItemEdit[]
}

/**
 * Tags, fencing levels and permissions lose what leaves before it leaves, and get what is new when it is there; between
 * these, a tag lists what is there all the time.
 */
export function placesOfReferences(
  edits: readonly ItemEdit[],
  from: Cluster,
  to: Cluster,
  gone: ReadonlySet<string>,
): ReferencePlaces {
  if (edits.length === 0) return { early: [], late: [] }
  const [before, after] = [idsIn([from]), idsIn([to])]
  const roles = edits.filter((edit) => edit.before?.element === 'acl_role' && edit.after === undefined)
  const removed = new Set(roles.map(({ id }) => id))
  const stays = (id: string) => before.has(id) && after.has(id) && !gone.has(id) && !removed.has(id)
  const early: ItemEdit[] = []
  const late: ItemEdit[] = []
  for (const edit of edits) {
    const { section, id } = edit
    if (edit.before === undefined || needsOf(edit.before).every(stays)) {
      if (edit.after !== undefined && !needsOf(edit.after).every(stays)) late.push(edit)
      else if (edit.before !== undefined && edit.after === undefined) early.push(edit)
      else late.push(edit)
      continue
    }
    const between =
      edit.after !== undefined && needsOf(edit.after).every(stays) ? edit.after : reduced(edit.before, stays)
    early.push(...editOf(section, id, edit.before, between))
    late.push(...editOf(section, id, between, edit.after))
  }
  // A role is there as long as something has it.
  const isRole = (edit: ItemEdit) => Number((edit.before ?? edit.after)?.element === 'acl_role')
  early.sort((a, b) => isRole(a) - isRole(b))
  late.sort((a, b) => isRole(b) - isRole(a))
  return { early, late }
}

/** The item with only those of its references that stay; undefined where none is left. */
function reduced(item: CibElement, stays: (id: string) => boolean): CibElement | undefined {
  if (item.element === 'tag') {
    const objRefs = item.objRefs.filter(({ id = '' }: ObjRef) => stays(id))
    return objRefs.length === 0 ? undefined : ({ ...item, objRefs } satisfies Tag)
  }
  if (item.element === 'fencing-level') {
    const devices = devicesOf(item).filter(stays)
    return devices.length === 0 ? undefined : { ...item, devices: devices.join(',') }
  }
  return undefined
}

function needsOf(item: CibElement): readonly string[] {
  if (item.element === 'tag') return item.objRefs.map(({ id = '' }) => id)
  return item.element === 'fencing-level' ? devicesOf(item) : neededIds(item)
}

function devicesOf({ devices = '' }: FencingLevel): readonly string[] {
  return devices.split(',').filter((device) => device !== '')
}
