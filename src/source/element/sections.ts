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
  SystemdService,
  Tag,
} from '../../model/index.js'
import { array, type Code, call, merge, object, required, text, unlessEmpty } from '../syntax/code.js'
import { field, fieldsOf } from '../syntax/fields.js'
import { setsCode } from './attribute-sets.js'
import { convert, convertPart, withCommentsOf } from './convert.js'
import { elementLiteral } from './literal.js'
import type { Scope } from './references.js'

/** An element that a builder returns whole. */
function convertWhole<E extends CibElement>(element: E, candidates: readonly (() => Code)[]): Code {
  return convert<E>(element, {
    becomes: (built) => built,
    candidates: candidates as readonly (() => Code<E>)[],
    otherwise: () => elementLiteral(element),
  })
}

export function fencingLevelCode(level: FencingLevel, scope: Scope): Code {
  const { target, targetPattern, targetAttribute, index, devices = '' } = level
  const given =
    target !== undefined
      ? text(target)
      : targetPattern !== undefined
        ? object({ pattern: text(targetPattern) })
        : object({ attribute: required(targetAttribute), value: required(level.targetValue) })
  const refs = array(devices.split(',').map(scope.mention))
  const code = (id?: Code) => () =>
    call('fencingLevel', given as Code<FencingTarget>, field(index, 'value'), refs, id && object({ id }))
  return convertWhole(level, index === undefined ? [] : [code(), code(field(level.id, 'text'))])
}

export function tagCode(tag: Tag, scope: Scope): Code {
  const refs = tag.objRefs.map((ref) => withCommentsOf(scope.mention(String(ref.id)), ref))
  return convertWhole(tag, [() => call('tag', required(tag.id), array(refs))])
}

export function aclCode(item: AclTarget | AclGroup | AclRole, scope: Scope): Code {
  const id = required(item.id)
  if (item.element === 'acl_role') {
    const used = new Set<string>()
    const permissions = item.permissions.map((permission) =>
      permissionCode(permission, String(item.id), used),
    )
    const options = unlessEmpty(object(fieldsOf(item, { description: 'text' })))
    const list = permissions.length === 0 && options === undefined ? undefined : array(permissions)
    return convertWhole(item, [() => call('aclRole', id, list, options)])
  }
  const builder = item.element === 'acl_target' ? 'aclTarget' : 'aclGroup'
  const roles = item.roles.map((role) => withCommentsOf(scope.mention(String(role.id)), role))
  const options = unlessEmpty(object(fieldsOf(item, { name: 'text' })))
  return convertWhole(item, [() => call(builder, id, array(roles), options)])
}

function permissionCode(permission: AclPermission, role: string, used: Set<string>): Code {
  const on = object(
    fieldsOf(permission, { xpath: 'text', reference: 'text', objectType: 'text', attribute: 'text' }),
  )
  const kind = field(permission.kind, enumerations.permission)
  const options = object(fieldsOf(permission, { description: 'text' }))
  const withId = merge(object(fieldsOf(permission, { id: 'text' })), options)
  if (kind === undefined) return convertPart<AclPermission>(permission, role, used, [])
  return convertPart<AclPermission>(permission, role, used, [
    () => call('permission', kind, on, unlessEmpty(options)),
    () => call('permission', kind, on, withId),
  ])
}

export function alertCode(alert: Alert): Code {
  const id = String(alert.id)
  const used = new Set<string>()
  const recipients = alert.recipients.map((recipient) => recipientCode(recipient, id, used))
  const settings = object([
    ...alertFields(alert, id),
    ['select', alert.select && selectCode(alert.select)],
    ['recipients', recipients.length === 0 ? undefined : array(recipients)],
  ])
  return convertWhole(alert, [() => call('alert', text(id), required(alert.path), unlessEmpty(settings))])
}

function recipientCode(recipient: Recipient, alert: string, used: Set<string>): Code {
  const { id, value } = recipient
  const settings = object(alertFields(recipient, String(id)))
  const withId = merge(object({ id: field(id, 'text') }), settings)
  return convertPart<Recipient>(recipient, alert, used, [
    () => call('recipient', required(value), unlessEmpty(settings)),
    () => call('recipient', required(value), withId),
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
    withCommentsOf(object({ id: required(attribute.id), name: required(attribute.name) }), attribute),
  )
  const options = object({
    attributes: named && array(named),
    fencing: flag(fencing),
    nodes: flag(nodes),
    resources: flag(resources),
  })
  return convert<SelectOptions | Select>(select, {
    becomes: (given) => selectOf(given),
    candidates: [() => options],
    otherwise: () => elementLiteral(select),
    bare: true,
  })
}

/** A service under systemd: its unit, or an object with all that it has. */
export function serviceCode(service: SystemdService): Code {
  const { unit, ...others } = service
  const given = Object.entries(others).filter(([, value]) => value !== undefined)
  if (given.length === 0) return text(unit)
  const fields = given.map(
    ([name, value]) => [name, typeof value === 'string' ? text(value) : array(value.map(text))] as const,
  )
  return object([['unit', text(unit)], ...fields])
}
