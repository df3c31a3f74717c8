import type { AclPermission, AclRole, AclTarget, RawElement } from '../../model/index.js'
import { attributeOf } from '../../xml/path.js'
import { childOrder, extraMark } from '../layout/child-order.js'
import type { Change } from './change.js'

type Acl = AclTarget | AclRole

/** Since 2.0 an `acl_user` is an `acl_target`; permissions of its own become those of a role `auto-<id>`. */
export const users: Change = (element) => {
  if (element.element !== 'acls' || !element.extra?.elements?.some(isUser)) return undefined
  const typed = [...element.items].reverse()
  const raw = [...element.extra.elements].reverse()
  const items: Acl[] = []
  const others: RawElement[] = []
  const what: string[] = []
  for (const name of childOrder(element)) {
    const other = name === extraMark ? raw.pop() : undefined
    if (other === undefined) items.push(typed.pop() as Acl)
    else if (!isUser(other)) others.push(other)
    else {
      items.push(...targetOf(other))
      what.push(`<acl_user> ${attributeOf(other, 'id')} as <acl_target>`)
    }
  }
  const { order: _, elements: __, ...extra } = element.extra
  const rest = others.length === 0 ? extra : { ...extra, elements: others }
  return { element: { ...element, items, extra: rest }, what: what.join(', ') }
}

function isUser({ name }: RawElement): boolean {
  return name === 'acl_user'
}

function targetOf(user: RawElement): Acl[] {
  const id = attributeOf(user, 'id')
  const references = user.children.filter(({ name }) => name === 'role_ref')
  if (references.length > 0) {
    const roles = references.map(
      (reference) => ({ element: 'role', ...idIn(attributeOf(reference, 'id')) }) as const,
    )
    return [{ element: 'acl_target', ...idIn(id), roles }]
  }
  const permissions = user.children.flatMap((child) => permissionOf(child) ?? [])
  if (permissions.length === 0) return [{ element: 'acl_target', ...idIn(id), roles: [] }]
  const role = `auto-${id}`
  return [
    { element: 'acl_target', ...idIn(id), roles: [{ element: 'role', id: role }] },
    { element: 'acl_role', id: role, permissions },
  ]
}

/** Since 2.0 `read`, `write` and `deny` are kinds of `acl_permission`. */
export const permissions: Change = (element) => {
  if (element.element !== 'acl_role' || element.extra?.elements === undefined) return undefined
  const made = element.extra.elements.flatMap((raw) => permissionOf(raw) ?? [])
  if (made.length === 0) return undefined
  const elements = element.extra.elements.filter((raw) => permissionOf(raw) === undefined)
  const { order: _, elements: __, ...extra } = element.extra
  const role: AclRole = {
    ...element,
    permissions: [...made, ...element.permissions],
    extra: elements.length === 0 ? extra : { ...extra, elements },
  }
  return { element: role, what: 'its permissions as <acl_permission>' }
}

/** With `ref`, neither `tag` nor `attribute` counts any more, as in Pacemaker's own upgrade. */
function permissionOf(raw: RawElement): AclPermission | undefined {
  const { name } = raw
  if (name !== 'read' && name !== 'write' && name !== 'deny') return undefined
  const [id, ref, tag, xpath, attribute] = ['id', 'ref', 'tag', 'xpath', 'attribute'].map((key) =>
    attributeOf(raw, key),
  )
  const common = { element: 'acl_permission', ...idIn(id), kind: name } as const
  if (ref !== undefined) return { ...common, reference: ref }
  if (tag !== undefined) {
    return { ...common, objectType: tag, ...(attribute === undefined ? {} : { attribute }) }
  }
  if (xpath === undefined) return common
  return { ...common, xpath: attribute === undefined ? xpath : `${xpath}[@${attribute}]` }
}

function idIn(id: string | undefined) {
  return id === undefined ? {} : { id }
}
