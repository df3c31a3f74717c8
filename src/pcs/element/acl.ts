import {
  type AclGroup,
  type AclPermission,
  type AclRole,
  type AclTarget,
  claimId,
} from '../../model/index.js'
import { attributeWords } from '../command/attribute-words.js'
import { pcs } from '../command/command.js'
import type { Context, Converter, Produced } from '../command/conversion.js'
import { isPcsId } from '../command/values.js'

/** `pcs acl role create`. */
export function sayAclRole(role: AclRole, context: Context): Converter<AclRole> {
  if (!takesName(role, context)) return { commands: [] }
  context.ids.add(role.id ?? '')
  const permissions = role.permissions.map((permission) => sayPermission(permission, role.id ?? '', context))
  const words = [
    ...['acl', 'role', 'create', role.id ?? ''],
    ...attributeWords(role, ['description'], context),
    ...permissions.flatMap((permission) => permission.words),
  ]
  return {
    commands: [pcs(words)],
    makes: {
      element: 'acl_role',
      id: role.id,
      description: role.description,
      permissions: permissions.map((permission) => permission.makes),
    },
  }
}

function sayPermission(permission: AclPermission, role: string, context: Context) {
  const { kind = '', xpath, reference } = permission
  const id = claimId(`${role}-${kind}`, context.ids)
  const makes: Produced<AclPermission> = { element: 'acl_permission', id, kind, xpath, reference }
  if (reference !== undefined && context.ids.has(reference)) return { words: [kind, 'id', reference], makes }
  if (xpath !== undefined && xpath !== '' && !xpath.startsWith('--'))
    return { words: [kind, 'xpath', xpath], makes }
  context.refuse({ element: permission, what: 'a permission for neither an xpath nor an id of the cluster' })
  return { words: [], makes }
}

/** `pcs acl user create`. */
export function sayAclTarget(target: AclTarget, context: Context): Converter<AclTarget> {
  const { command, roles } = saySubject(target, 'user', context)
  return { commands: [command], makes: { element: 'acl_target', id: target.id, roles } }
}

/** `pcs acl group create`. */
export function sayAclGroup(group: AclGroup, context: Context): Converter<AclGroup> {
  const { command, roles } = saySubject(group, 'group', context)
  return { commands: [command], makes: { element: 'acl_group', id: group.id, roles } }
}

function saySubject(subject: AclTarget | AclGroup, kind: 'user' | 'group', context: Context) {
  takesName(subject, context)
  const names = [...new Set(subject.roles.map(({ id }) => id ?? ''))]
  const unknown = names.find((role) => !isPcsId(role) || !context.ids.has(role))
  if (unknown !== undefined)
    context.refuse({ element: subject, what: `the role ${JSON.stringify(unknown)} here` })
  const roles = names.map((id) => ({ element: 'role', id }) as const)
  return { command: pcs(['acl', kind, 'create', subject.id ?? '', ...names]), roles }
}

function takesName(element: AclRole | AclTarget | AclGroup, context: Context): boolean {
  if (isPcsId(element.id)) return true
  context.refuse({ element, attribute: 'id', what: `the name ${JSON.stringify(element.id ?? '')}` })
  return false
}
