import type { CibElement, ElementName, Place } from '../../model/index.js'
import { isIn } from '../validate/grammar/versions.js'
import { type Change, entryOf } from './change.js'

/** By the name in small letters: Pacemaker reads nvpairs and rules in any. */
const newName: Readonly<Record<string, string>> = { master: 'Promoted', slave: 'Unpromoted' }
const oldName: Readonly<Record<string, string>> = { promoted: 'Master', unpromoted: 'Slave' }

const fields: { readonly [Name in ElementName]?: readonly string[] } = {
  op: ['role'],
  rule: ['role'],
  rsc_location: ['role'],
  resource_set: ['role'],
  rsc_colocation: ['rscRole', 'withRscRole'],
  rsc_ticket: ['rscRole'],
}

/** Before 3.7 the roles were Master and Slave. */
export const olderRoles: Change = (element, place, { version }) =>
  isIn(version, { since: '3.7' }) ? undefined : rename(oldName, element, place)

/** Roles under their newer names, as pcs expects them. */
export const newerRoles: Change = (element, place, { version }) =>
  isIn(version, { since: '3.7' }) ? rename(newName, element, place) : undefined

function rename(names: Readonly<Record<string, string>>, element: CibElement, place: Place) {
  const changed: Record<string, unknown> = { ...element }
  const what: string[] = []
  for (const field of isRole(element, place) ? ['value'] : (fields[element.element] ?? [])) {
    const role = String(changed[field] ?? '')
    const to = entryOf(names, role.toLowerCase())
    if (to === undefined) continue
    what.push(`the role ${role} as ${to}`)
    changed[field] = to
  }
  if (what.length === 0) return undefined
  return { element: changed as unknown as CibElement, what: what.join(', ') }
}

/** True for the nvpair that names the role of an operation, or the target role of a resource. */
function isRole(element: CibElement, { parent }: Place): boolean {
  if (element.element !== 'nvpair' || parent?.element.element !== 'meta_attributes') return false
  const owner = parent.parent?.element.element
  return element.name === (owner === 'op' || owner === 'op_defaults' ? 'role' : 'target-role')
}
