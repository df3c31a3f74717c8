import { attributeOf } from '../../xml/spot.js'
import { isIn } from '../validate/versions.js'
import { type Step, withAttribute } from './step.js'

/** By the name in small letters: Pacemaker reads nvpairs and rules in any. */
const newName: Readonly<Record<string, string>> = { master: 'Promoted', slave: 'Unpromoted' }
const oldName: Readonly<Record<string, string>> = { promoted: 'Master', unpromoted: 'Slave' }

const attributes: Readonly<Record<string, readonly string[]>> = {
  op: ['role'],
  rule: ['role'],
  rsc_location: ['role'],
  resource_set: ['role'],
  rsc_colocation: ['rsc-role', 'with-rsc-role'],
  rsc_ticket: ['rsc-role'],
}

/** Master and Slave are Promoted and Unpromoted since 3.7. */
export const roles: Step = (element, { parent }, version) => {
  const names = isIn(version, { since: '3.7' }) ? newName : oldName
  const ofOperation = parent?.parent?.xml.name === 'op' || parent?.parent?.xml.name === 'op_defaults'
  const isTarget =
    element.name === 'nvpair' &&
    parent?.xml.name === 'meta_attributes' &&
    attributeOf(element, 'name') === (ofOperation ? 'role' : 'target-role')
  const said: string[] = []
  const translated = (isTarget ? ['value'] : (attributes[element.name] ?? [])).reduce(
    (changed, attribute) => {
      const role = attributeOf(changed, attribute) ?? ''
      if (!Object.hasOwn(names, role.toLowerCase())) return changed
      const to = names[role.toLowerCase()] as string
      said.push(`the role ${role} as ${to}`)
      return withAttribute(changed, attribute, [attribute, to])
    },
    element,
  )
  return said.length === 0 ? undefined : { element: translated, said: said.join(', ') }
}
