import type {
  AclGroup,
  AclRole,
  AclTarget,
  Alert,
  ClusterPropertySet,
  FencingLevel,
  MetaAttributes,
  Recipient,
} from '../model/index.js'
import type { ProducedItem } from '../pcs/plan/produced.js'
import { attrs, pairsOf, some } from './options.js'
import type { Variables } from './variables.js'

/** `ha_cluster_cluster_properties`. */
export function propertyVariables({ wanted }: ProducedItem): Variables {
  return { attrs: pairsOf(wanted as ClusterPropertySet) }
}

/** A set of defaults; its rule is the last word of the pcs command. */
export function defaultsVariables({ wanted, commands }: ProducedItem): Variables {
  const { id, score, rule } = wanted as MetaAttributes
  return {
    id,
    rule: rule === undefined ? undefined : commands[0]?.argv.at(-1),
    score,
    attrs: pairsOf(wanted as MetaAttributes),
  }
}

/** `ha_cluster_stonith_levels`. */
export function levelVariables({ wanted }: ProducedItem): Variables {
  const { index, target, targetPattern, targetAttribute, targetValue, devices = '' } = wanted as FencingLevel
  return {
    level: Number(index),
    target,
    target_pattern: targetPattern,
    target_attribute: targetAttribute,
    target_value: targetValue,
    resource_ids: devices.split(','),
  }
}

/** `ha_cluster_acls`: roles, users and groups. */
export function aclVariables(items: readonly ProducedItem[]): Variables | undefined {
  if (items.length === 0) return undefined
  const of = (element: string) => items.flatMap(({ wanted }) => (wanted.element === element ? [wanted] : []))
  const subject = (wanted: unknown): Variables => {
    const { id, roles } = wanted as AclTarget | AclGroup
    return { id, roles: roles.map((role) => role.id) }
  }
  return {
    acl_roles: some(of('acl_role').map((role) => aclRole(role as AclRole))),
    acl_users: some(of('acl_target').map(subject)),
    acl_groups: some(of('acl_group').map(subject)),
  }
}

function aclRole({ id, description, permissions }: AclRole): Variables {
  const all = permissions.map(({ kind, xpath, reference }) => ({ kind, xpath, reference }))
  return { id, description, permissions: some(all) }
}

/** `ha_cluster_alerts`. */
export function alertVariables({ wanted }: ProducedItem): Variables {
  const alert = wanted as Alert
  const { id, path, recipients } = alert
  const all = recipients.map((recipient) => ({
    value: recipient.value,
    id: recipient.id,
    ...described(recipient),
  }))
  return { id, path, ...described(alert), recipients: some(all) }
}

function described({ description, instanceAttributes, metaAttributes }: Alert | Recipient): Variables {
  return {
    description,
    instance_attrs: attrs(pairsOf(instanceAttributes[0])),
    meta_attrs: attrs(pairsOf(metaAttributes[0])),
  }
}
