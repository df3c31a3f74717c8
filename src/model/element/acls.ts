import type { ElementBase } from './element.js'

interface AclSubject<Name extends string> extends ElementBase {
  readonly element: Name
  readonly id?: string
  readonly name?: string
  readonly roles: readonly AclRoleRef[]
}

/** A user and the roles it has. CIB: `<acl_target>`; `pcs acl user create`. */
export type AclTarget = AclSubject<'acl_target'>
/** A group of users and its roles. CIB: `<acl_group>`; `pcs acl group create`. */
export type AclGroup = AclSubject<'acl_group'>

/** CIB: `<role>` inside a target or group; its id is a reference. */
export interface AclRoleRef extends ElementBase {
  readonly element: 'role'
  readonly id?: string
}

/** What a role may do. CIB: `<acl_role>`; `pcs acl role create`. */
export interface AclRole extends ElementBase {
  readonly element: 'acl_role'
  readonly id?: string
  readonly description?: string
  readonly permissions: readonly AclPermission[]
}

/** CIB: `<acl_permission>`; `pcs acl permission add`. */
export interface AclPermission extends ElementBase {
  readonly element: 'acl_permission'
  readonly id?: string
  readonly kind?: string
  readonly xpath?: string
  readonly reference?: string
  readonly objectType?: string
  readonly attribute?: string
  readonly description?: string
}
