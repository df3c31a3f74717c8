import { claimId } from '../../model/ids.js'
import type { AclGroup, AclPermission, AclRole, AclTarget } from '../../model/index.js'
import { attributeWords } from '../command/attribute-words.js'
import { pcs } from '../command/command.js'
import type { Context, Conversion, Produced } from '../command/conversion.js'
import { isPcsId } from '../command/values.js'

/** `pcs acl role create`. */
export function convertAclRole(role: AclRole, context: Context): Conversion<AclRole> {
  if (!acceptsName(role, context)) return { commands: [] }
  context.ids.add(role.id ?? '')
  const permissions = role.permissions.map((permission) =>
    convertPermission(permission, role.id ?? '', context),
  )
  const words = [
    ...['acl', 'role', 'create', role.id ?? ''],
    ...attributeWords(role, ['description'], context),
    ...permissions.flatMap((permission) => permission.words),
  ]
  return {
    commands: [pcs(words)],
    produces: {
      element: 'acl_role',
      id: role.id,
      description: role.description,
      permissions: permissions.map((permission) => permission.produces),
    },
  }
}

function convertPermission(permission: AclPermission, role: string, context: Context) {
  const { kind = '', xpath, reference } = permission
  const id = claimId(`${role}-${kind}`, context.ids)
  const produces: Produced<AclPermission> = { element: 'acl_permission', id, kind, xpath, reference }
  if (reference !== undefined && context.ids.has(reference))
    return { words: [kind, 'id', reference], produces }
  if (xpath !== undefined && xpath !== '' && !xpath.startsWith('--'))
    return { words: [kind, 'xpath', xpath], produces }
  context.unsupported({
    element: permission,
    what: 'a permission without an xpath or the id of an element',
  })
  return { words: [], produces }
}

/** `pcs acl user create`. */
export function convertAclTarget(target: AclTarget, context: Context): Conversion<AclTarget> {
  const { command, roles } = convertSubject(target, 'user', context)
  return { commands: [command], produces: { element: 'acl_target', id: target.id, roles } }
}

/** `pcs acl group create`. */
export function convertAclGroup(group: AclGroup, context: Context): Conversion<AclGroup> {
  const { command, roles } = convertSubject(group, 'group', context)
  return { commands: [command], produces: { element: 'acl_group', id: group.id, roles } }
}

function convertSubject(subject: AclTarget | AclGroup, kind: 'user' | 'group', context: Context) {
  acceptsName(subject, context)
  const names = [...new Set(subject.roles.map(({ id }) => id ?? ''))]
  const unknown = names.find((role) => !isPcsId(role) || !context.ids.has(role))
  if (unknown !== undefined)
    context.unsupported({ element: subject, what: `the role ${JSON.stringify(unknown)} here` })
  const roles = names.map((id) => ({ element: 'role', id }) as const)
  return { command: pcs(['acl', kind, 'create', subject.id ?? '', ...names]), roles }
}

function acceptsName(element: AclRole | AclTarget | AclGroup, context: Context): boolean {
  if (isPcsId(element.id)) return true
  context.unsupported({
    element,
    attribute: 'id',
    what: `the name ${JSON.stringify(element.id ?? '')}`,
  })
  return false
}
