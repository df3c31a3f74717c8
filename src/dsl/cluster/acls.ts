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
import { type ChildBuilder, texts } from '../values.js'

/** One permission of a role; id default `ROLE-read`, `ROLE-read-1`, ... */
export function permission(
  kind: Enumeration<'permission'>,
  on: { readonly [Name in 'xpath' | 'reference' | 'objectType' | 'attribute']?: string },
  options: { readonly id?: string; readonly description?: string } = {},
): ChildBuilder<AclPermission> {
  return (role, taken) => ({
    element: 'acl_permission',
    ...texts({ ...options, id: options.id ?? claimId(`${role}-${kind}`, taken), kind, ...on }),
  })
}

/** `pcs acl role create ID read xpath /cib`. */
export function aclRole<const Id extends string>(
  id: Id,
  permissions: readonly ChildBuilder<AclPermission>[] = [],
  options: { readonly description?: string } = {},
): AclRole & { readonly id: Id } {
  const taken = new Set<string>()
  return {
    element: 'acl_role',
    id,
    ...texts(options),
    permissions: permissions.map((build) => build(id, taken)),
  }
}

type SubjectOptions = { readonly name?: string }

/** A user and its roles: `pcs acl user create ID ROLE...`. */
export function aclTarget(id: string, roles: readonly Ref[], options: SubjectOptions = {}): AclTarget {
  return {
    element: 'acl_target',
    id,
    ...texts(options),
    roles: roles.map((role) => ({ element: 'role', id: idOf(role) })),
  }
}

/** A group of users and its roles: `pcs acl group create ID ROLE...`. */
export function aclGroup(id: string, roles: readonly Ref[], options: SubjectOptions = {}): AclGroup {
  return { ...aclTarget(id, roles, options), element: 'acl_group' }
}
