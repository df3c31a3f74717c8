import { type SelectOptions, selectOf } from '../../dsl/cluster/alerts.js'
import type { FencingTarget } from '../../dsl/cluster/fencing.js'
import { enumerations } from '../../dsl/enumerations.js'
import type {
  AclGroup,
  AclPermission,
  AclRole,
  AclTarget,
  Alert,
  CibElement,
  FencingLevel,
  Recipient,
  Select,
  Tag,
} from '../../model/index.js'
import { array, type Code, call, merge, needed, object, text, unlessEmpty } from '../syntax/code.js'
import { field, fieldsOf } from '../syntax/fields.js'
import { annotate, say, sayPart } from './convert.js'
import { spell } from './literal.js'
import type { Scope } from './scope.js'
import { setsCode } from './sets.js'

/** An element that a builder makes of itself, or the element written out. */
function sayWhole<E extends CibElement>(element: E, codes: readonly (() => Code)[]): Code {
  return say<E>(element, {
    becomes: (made) => made,
    codes: codes as readonly (() => Code<E>)[],
    otherwise: () => spell(element),
  })
}

export function fencingLevelCode(level: FencingLevel, scope: Scope): Code {
  const { target, targetPattern, targetAttribute, index, devices = '' } = level
  const given =
    target !== undefined
      ? text(target)
      : targetPattern !== undefined
        ? object({ pattern: text(targetPattern) })
        : object({ attribute: needed(targetAttribute), value: needed(level.targetValue) })
  const refs = array(devices.split(',').map(scope.mention))
  const code = (id?: Code) => () =>
    call('fencingLevel', given as Code<FencingTarget>, field(index, 'value'), refs, id && object({ id }))
  return sayWhole(level, index === undefined ? [] : [code(), code(field(level.id, 'text'))])
}

export function tagCode(tag: Tag, scope: Scope): Code {
  const refs = tag.objRefs.map((ref) => annotate(scope.mention(String(ref.id)), ref))
  return sayWhole(tag, [() => call('tag', needed(tag.id), array(refs))])
}

export function aclCode(item: AclTarget | AclGroup | AclRole, scope: Scope): Code {
  const id = needed(item.id)
  if (item.element === 'acl_role') {
    const taken = new Set<string>()
    const permissions = item.permissions.map((permission) =>
      permissionCode(permission, String(item.id), taken),
    )
    const options = unlessEmpty(object(fieldsOf(item, { description: 'text' })))
    const list = permissions.length === 0 && options === undefined ? undefined : array(permissions)
    return sayWhole(item, [() => call('aclRole', id, list, options)])
  }
  const builder = item.element === 'acl_target' ? 'aclTarget' : 'aclGroup'
  const roles = item.roles.map((role) => annotate(scope.mention(String(role.id)), role))
  const options = unlessEmpty(object(fieldsOf(item, { name: 'text' })))
  return sayWhole(item, [() => call(builder, id, array(roles), options)])
}

function permissionCode(permission: AclPermission, role: string, taken: Set<string>): Code {
  const on = object(
    fieldsOf(permission, { xpath: 'text', reference: 'text', objectType: 'text', attribute: 'text' }),
  )
  const kind = field(permission.kind, enumerations.permission)
  const options = object(fieldsOf(permission, { description: 'text' }))
  const withId = merge(object(fieldsOf(permission, { id: 'text' })), options)
  if (kind === undefined) return sayPart<AclPermission>(permission, role, taken, [])
  return sayPart<AclPermission>(permission, role, taken, [
    () => call('permission', kind, on, unlessEmpty(options)),
    () => call('permission', kind, on, withId),
  ])
}

export function alertCode(alert: Alert): Code {
  const id = String(alert.id)
  const taken = new Set<string>()
  const recipients = alert.recipients.map((recipient) => recipientCode(recipient, id, taken))
  const settings = object([
    ...alertFields(alert, id),
    ['select', alert.select && selectCode(alert.select)],
    ['recipients', recipients.length === 0 ? undefined : array(recipients)],
  ])
  return sayWhole(alert, [() => call('alert', text(id), needed(alert.path), unlessEmpty(settings))])
}

function recipientCode(recipient: Recipient, alert: string, taken: Set<string>): Code {
  const { id, value } = recipient
  const settings = object(alertFields(recipient, String(id)))
  const withId = merge(object({ id: field(id, 'text') }), settings)
  return sayPart<Recipient>(recipient, alert, taken, [
    () => call('recipient', needed(value), unlessEmpty(settings)),
    () => call('recipient', needed(value), withId),
  ])
}

function alertFields(item: Alert | Recipient, id: string) {
  return [
    ...fieldsOf<Alert | Recipient>(item, { description: 'text' }),
    ['options', setsCode(id, item.instanceAttributes)],
    ['meta', setsCode(id, item.metaAttributes)],
  ] as const
}

function selectCode(select: Select): Code {
  const { attributes, fencing, nodes, resources } = select
  const flag = (kind: object | undefined) => kind && field('true', 'flag')
  const named = attributes?.attributes.map((attribute) =>
    annotate(object({ id: needed(attribute.id), name: needed(attribute.name) }), attribute),
  )
  const options = object({
    attributes: named && array(named),
    fencing: flag(fencing),
    nodes: flag(nodes),
    resources: flag(resources),
  })
  return say<SelectOptions | Select>(select, {
    becomes: (given) => selectOf(given),
    codes: [() => options],
    otherwise: () => spell(select),
    bare: true,
  })
}
