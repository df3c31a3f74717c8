import { claimId } from '../../model/ids.js'
import {
  type AclGroup,
  type AclPermission,
  type AclRole,
  type AclTarget,
  idOf,
  type Ref,
} from '../../model/index.js'
import type { Enumeration } from '../enumerations.js'
import { noted, type OptionTable, optionFields, unknownOptions } from '../options.js'
import type { ChildBuilder } from '../values.js'

/** What a permission is for. */
export interface PermissionScope {
  readonly xpath?: string
  readonly reference?: string
  readonly objectType?: string
  readonly attribute?: string
}

const scopeOptions = {
  of: 'the scope of permission()',
  options: {
    xpath: 'attribute',
    reference: 'attribute',
    objectType: 'attribute',
    attribute: 'attribute',
  },
} as const satisfies OptionTable<PermissionScope>

export interface PermissionOptions {
  /** Default `ROLE-KIND`, `-1`, ... */
  readonly id?: string
  readonly description?: string
}

const permissionOptions = {
  of: 'permission()',
  options: { id: 'attribute', description: 'attribute' },
} as const satisfies OptionTable<PermissionOptions>

/**
 * One permission of a role.
 *
 * @example
 * ```ts
 * const readers = aclRole('readers', [permission('read', { xpath: '/cib' })])
 * // <acl_permission id="readers-read" kind="read" xpath="/cib"/>
 * // pcs acl role create readers read xpath /cib
 * ```
 */
export function permission(
  kind: Enumeration<'permission'>,
  on: PermissionScope,
  options: PermissionOptions = {},
): ChildBuilder<AclPermission> {
  return (role, used) => {
    const id = options.id ?? claimId(`${role}-${kind}`, used)
    return {
      element: 'acl_permission',
      kind,
      ...optionFields({ ...options, id }, permissionOptions),
      ...optionFields(on, scopeOptions),
      ...noted([...unknownOptions(options, permissionOptions), ...unknownOptions(on, scopeOptions)]),
    }
  }
}

export interface AclRoleOptions {
  readonly description?: string
}

const roleOptions = {
  of: 'aclRole()',
  options: { description: 'attribute' },
} as const satisfies OptionTable<AclRoleOptions>

/**
 * A role: permissions under one name.
 *
 * @example
 * ```ts
 * const readers = aclRole('readers', [permission('read', { xpath: '/cib' })], { description: 'no changes' })
 * // <acl_role id="readers" description="no changes">
 * // pcs acl role create readers 'description=no changes' read xpath /cib
 * ```
 */
export function aclRole<const Id extends string>(
  id: Id,
  permissions: readonly ChildBuilder<AclPermission>[] = [],
  options: AclRoleOptions = {},
): AclRole & { readonly id: Id } {
  const used = new Set<string>()
  return {
    element: 'acl_role',
    id,
    ...optionFields(options, roleOptions),
    permissions: permissions.map((build) => build(id, used)),
  }
}

export interface AclSubjectOptions {
  readonly name?: string
}

const subjectOptions = {
  of: 'an ACL user or group',
  options: { name: 'attribute' },
} as const satisfies OptionTable<AclSubjectOptions>

/**
 * A user and its roles.
 *
 * @example
 * ```ts
 * const readers = aclRole('readers', [permission('read', { xpath: '/cib' })])
 * const alice = aclTarget('alice', [readers])
 * // <acl_target id="alice">
 * // pcs acl user create alice readers
 * ```
 */
export function aclTarget(id: string, roles: readonly Ref[], options: AclSubjectOptions = {}): AclTarget {
  return {
    element: 'acl_target',
    id,
    ...optionFields(options, subjectOptions),
    roles: roles.map((role) => ({ element: 'role', id: idOf(role) })),
  }
}

/**
 * A group of users and its roles.
 *
 * @example
 * ```ts
 * const readers = aclRole('readers', [permission('read', { xpath: '/cib' })])
 * const staff = aclGroup('staff', [readers])
 * // <acl_group id="staff">
 * // pcs acl group create staff readers
 * ```
 */
export function aclGroup(id: string, roles: readonly Ref[], options: AclSubjectOptions = {}): AclGroup {
  return { ...aclTarget(id, roles, options), element: 'acl_group' }
}
