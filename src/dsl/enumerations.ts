/** The enumerations of the schema, as lists; their types are derived from them. */
export const enumerations = {
  action: ['start', 'stop', 'promote', 'demote'],
  role: ['Started', 'Stopped', 'Promoted', 'Unpromoted', 'Master', 'Slave'],
  kind: ['Optional', 'Mandatory', 'Serialize'],
  ordering: ['group', 'listed'],
  lossPolicy: ['stop', 'demote', 'fence', 'freeze'],
  resourceDiscovery: ['always', 'never', 'exclusive'],
  onFail: ['ignore', 'block', 'demote', 'stop', 'restart', 'standby', 'fence', 'restart-container'],
  nodeType: ['member', 'remote', 'ping'],
  booleanOp: ['and', 'or'],
  comparison: ['lt', 'gt', 'lte', 'gte', 'eq', 'ne', 'defined', 'not_defined'],
  valueType: ['string', 'integer', 'number', 'version'],
  valueSource: ['literal', 'param', 'meta'],
  dateOperation: ['in_range', 'gt', 'lt', 'date_spec'],
  permission: ['read', 'write', 'deny'],
} as const

/** One of the enumerations of a list. */
export type Enumeration<Name extends keyof typeof enumerations> = (typeof enumerations)[Name][number]

/** The actions of an order or a resource set. */
export type Action = Enumeration<'action'>
/** What a resource is doing; `Master` and `Slave` are the old names of Promoted and Unpromoted. */
export type Role = Enumeration<'role'>
/** How strict an order is. */
export type OrderKind = Enumeration<'kind'>
