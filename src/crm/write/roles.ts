import type { RawElement } from '../../model/index.js'
import { attributeOf } from '../read/cursor.js'

/**
 * True for an element with a role that crmsh replaces where it is in words: under schemas before 3.7 it writes Master and
 * Slave for Promoted and Unpromoted.
 */
export function hasChangedRole(element: RawElement, schema: string): boolean {
  const [, major = '3', minor = '7'] = /^pacemaker-(\d+)\.(\d+)$/.exec(schema) ?? []
  if (Number(major) > 3 || (Number(major) === 3 && Number(minor) >= 7)) return false
  return hasNewRole(element)
}

function hasNewRole(element: RawElement): boolean {
  const isNew = (value: string | undefined) => value === 'Promoted' || value === 'Unpromoted'
  const isRole = ['role', 'target-role'].includes(attributeOf(element, 'name') ?? '')
  const roles = element.attributes.filter(([name]) => name.endsWith('role')).map(([, value]) => value)
  return (
    (isRole && isNew(attributeOf(element, 'value'))) || roles.some(isNew) || element.children.some(hasNewRole)
  )
}
