import type { ElementBase } from './element.js'
import type { ElementName, ElementOf } from './tree.js'

/** The field of the model for a name of the CIB: `first-action` -> `firstAction`. */
type FieldOf<Name extends string> = Name extends `${infer Head}${'-' | '_'}${infer Tail}`
  ? `${Head}${Capitalize<FieldOf<Tail>>}`
  : Name

/** Where the children of an element live in the model: one field, the elements it accepts, how many. */
export interface Slot {
  readonly accepts: readonly ElementName[]
  readonly arity: 'one' | 'optional' | 'some' | 'many'
}

/** An element's attributes in the order in which they are written, and its children. */
export interface Shape {
  readonly attributes: readonly string[]
  readonly slots: Readonly<Record<string, Slot>>
}

const one = <const T extends ElementName[]>(...accepts: T) => ({ accepts, arity: 'one' }) as const
const optional = <const T extends ElementName[]>(...accepts: T) => ({ accepts, arity: 'optional' }) as const
const some = <const T extends ElementName[]>(...accepts: T) => ({ accepts, arity: 'some' }) as const
const many = <const T extends ElementName[]>(...accepts: T) => ({ accepts, arity: 'many' }) as const

const sets = { instanceAttributes: many('instance_attributes'), metaAttributes: many('meta_attributes') }
const alertSets = { metaAttributes: sets.metaAttributes, instanceAttributes: sets.instanceAttributes }
const nvset = {
  attributes: ['id', 'id-ref', 'score'],
  slots: { rule: optional('rule'), nvpairs: many('nvpair') },
} as const
const service = {
  ...sets,
  operations: optional('operations'),
  utilization: many('utilization'),
}
const container = {
  attributes: [
    'image',
    'replicas',
    'replicas-per-host',
    'promoted-max',
    'masters',
    'run-command',
    'network',
    'options',
  ],
  slots: {},
} as const
const subject = { attributes: ['id', 'name'], slots: { roles: many('role') } } as const
const none = { attributes: [], slots: {} } as const
const section = <const T extends ElementName[]>(...accepts: T) =>
  ({ attributes: [], slots: { items: many(...accepts) } }) as const
const cloneShape = {
  attributes: ['id', 'description'],
  slots: { resource: one('primitive', 'group'), ...sets },
} as const

/**
 * The CIB as one table: each element's attributes and children. The reader, the writer and the walk
 * are loops over it, so an element is added here and in its interface, nowhere else. The children
 * are in the order in which pcs writes them; the schema accepts any.
 */
export const shapes = {
  cib: {
    attributes: [
      'crm_feature_set',
      'validate-with',
      'admin_epoch',
      'epoch',
      'num_updates',
      'remote-tls-port',
      'remote-clear-port',
      'have-quorum',
      'dc-uuid',
      'cib-last-written',
      'no-quorum-panic',
      'update-origin',
      'update-client',
      'update-user',
      'execution-date',
    ],
    slots: { configuration: one('configuration') },
  },
  configuration: {
    attributes: [],
    slots: {
      crmConfig: optional('crm_config'),
      nodes: optional('nodes'),
      resources: optional('resources'),
      constraints: optional('constraints'),
      fencingTopology: optional('fencing-topology'),
      acls: optional('acls'),
      tags: optional('tags'),
      alerts: optional('alerts'),
      rscDefaults: optional('rsc_defaults'),
      opDefaults: optional('op_defaults'),
    },
  },
  crm_config: section('cluster_property_set'),
  nodes: section('node'),
  resources: section('primitive', 'template', 'group', 'clone', 'master', 'bundle'),
  constraints: section('rsc_location', 'rsc_colocation', 'rsc_order', 'rsc_ticket'),
  'fencing-topology': section('fencing-level'),
  acls: section('acl_target', 'acl_group', 'acl_role'),
  tags: section('tag'),
  alerts: section('alert'),
  rsc_defaults: section('meta_attributes'),
  op_defaults: section('meta_attributes'),

  cluster_property_set: nvset,
  instance_attributes: nvset,
  meta_attributes: nvset,
  utilization: nvset,
  nvpair: { attributes: ['id', 'id-ref', 'name', 'value'], slots: {} },
  rule: {
    attributes: ['id', 'id-ref', 'boolean-op', 'role', 'score', 'score-attribute'],
    slots: { expressions: many('expression', 'date_expression', 'rsc_expression', 'op_expression', 'rule') },
  },
  expression: { attributes: ['id', 'attribute', 'operation', 'value', 'type', 'value-source'], slots: {} },
  date_expression: {
    attributes: ['id', 'operation', 'start', 'end'],
    slots: { duration: optional('duration'), dateSpec: optional('date_spec') },
  },
  duration: {
    attributes: [
      'id',
      'years',
      'months',
      'monthdays',
      'weeks',
      'weekyears',
      'weekdays',
      'yearsdays',
      'days',
      'hours',
      'minutes',
      'seconds',
      'moon',
    ],
    slots: {},
  },
  date_spec: {
    attributes: [
      'id',
      'years',
      'months',
      'monthdays',
      'weeks',
      'weekyears',
      'weekdays',
      'yearsdays',
      'yeardays',
      'days',
      'hours',
      'minutes',
      'seconds',
      'moon',
    ],
    slots: {},
  },
  rsc_expression: { attributes: ['id', 'class', 'provider', 'type'], slots: {} },
  op_expression: { attributes: ['id', 'name', 'interval'], slots: {} },

  node: {
    attributes: ['id', 'uname', 'type', 'description', 'score'],
    slots: { instanceAttributes: sets.instanceAttributes, utilization: many('utilization') },
  },

  primitive: { attributes: ['id', 'class', 'provider', 'type', 'template', 'description'], slots: service },
  template: { attributes: ['id', 'class', 'provider', 'type', 'description'], slots: service },
  operations: { attributes: ['id', 'id-ref'], slots: { ops: many('op') } },
  op: {
    attributes: [
      'id',
      'name',
      'interval',
      'description',
      'start-delay',
      'interval-origin',
      'timeout',
      'enabled',
      'record-pending',
      'role',
      'on-fail',
    ],
    slots: sets,
  },
  group: { attributes: ['id', 'description'], slots: { members: some('primitive'), ...sets } },
  clone: cloneShape,
  master: cloneShape,
  bundle: {
    attributes: ['id', 'description'],
    slots: {
      container: one('docker', 'podman', 'rkt'),
      network: optional('network'),
      storage: optional('storage'),
      ...sets,
      primitive: optional('primitive'),
    },
  },
  docker: container,
  podman: container,
  rkt: container,
  network: {
    attributes: ['ip-range-start', 'control-port', 'host-interface', 'host-netmask', 'add-host'],
    slots: { portMappings: many('port-mapping') },
  },
  'port-mapping': { attributes: ['id', 'port', 'internal-port', 'range'], slots: {} },
  storage: { attributes: [], slots: { storageMappings: many('storage-mapping') } },
  'storage-mapping': {
    attributes: ['id', 'source-dir', 'source-dir-root', 'target-dir', 'options'],
    slots: {},
  },

  rsc_location: {
    attributes: ['id', 'rsc', 'rsc-pattern', 'role', 'node', 'score', 'resource-discovery'],
    slots: { resourceSets: many('resource_set'), rules: many('rule'), lifetime: optional('lifetime') },
  },
  rsc_colocation: {
    attributes: [
      'id',
      'rsc',
      'rsc-role',
      'with-rsc',
      'with-rsc-role',
      'score',
      'score-attribute',
      'score-attribute-mangle',
      'node-attribute',
      'influence',
    ],
    slots: { resourceSets: many('resource_set'), lifetime: optional('lifetime') },
  },
  rsc_order: {
    attributes: [
      'id',
      'first',
      'first-action',
      'then',
      'then-action',
      'kind',
      'score',
      'symmetrical',
      'require-all',
    ],
    slots: { resourceSets: many('resource_set'), lifetime: optional('lifetime') },
  },
  rsc_ticket: {
    attributes: ['id', 'rsc', 'rsc-role', 'ticket', 'loss-policy'],
    slots: { resourceSets: many('resource_set') },
  },
  resource_set: {
    attributes: ['id', 'id-ref', 'sequential', 'require-all', 'ordering', 'action', 'role', 'score', 'kind'],
    slots: { resourceRefs: many('resource_ref') },
  },
  resource_ref: { attributes: ['id'], slots: {} },
  lifetime: { attributes: [], slots: { rules: many('rule') } },

  'fencing-level': {
    attributes: ['id', 'target', 'target-pattern', 'target-attribute', 'target-value', 'index', 'devices'],
    slots: {},
  },
  tag: { attributes: ['id'], slots: { objRefs: many('obj_ref') } },
  obj_ref: { attributes: ['id'], slots: {} },
  acl_target: subject,
  acl_group: subject,
  role: { attributes: ['id'], slots: {} },
  acl_role: { attributes: ['id', 'description'], slots: { permissions: many('acl_permission') } },
  acl_permission: {
    attributes: ['id', 'kind', 'xpath', 'reference', 'object-type', 'attribute', 'description'],
    slots: {},
  },
  alert: {
    attributes: ['id', 'path', 'description'],
    slots: { ...alertSets, select: optional('select'), recipients: many('recipient') },
  },
  recipient: { attributes: ['id', 'value', 'description'], slots: alertSets },
  select: {
    attributes: [],
    slots: {
      attributes: optional('select_attributes'),
      fencing: optional('select_fencing'),
      nodes: optional('select_nodes'),
      resources: optional('select_resources'),
    },
  },
  select_attributes: { attributes: [], slots: { attributes: many('attribute') } },
  attribute: { attributes: ['id', 'name'], slots: {} },
  select_fencing: none,
  select_nodes: none,
  select_resources: none,
} as const satisfies { readonly [Name in ElementName]: Shape }

type Fields<Name extends ElementName> =
  | FieldOf<(typeof shapes)[Name]['attributes'][number]>
  | Extract<keyof (typeof shapes)[Name]['slots'], string>

/** Does not compile when an interface and its shape name different fields. */
type Mismatch = {
  [Name in ElementName]:
    | Exclude<Fields<Name>, keyof ElementOf<Name>>
    | Exclude<
        keyof ElementOf<Name>,
        Fields<Name> | 'element' | keyof ElementBase | 'status' | 'policies' | 'corosync'
      >
}[ElementName]
const matches: [Mismatch] extends [never] ? true : Mismatch = true
void matches

/** The shape of an element, undefined for a name that no schema of the CIB knows. */
export function shapeOf(name: string): Shape | undefined {
  return Object.hasOwn(shapes, name) ? shapes[name as ElementName] : undefined
}

/** The model's field for an attribute of the CIB. */
export function fieldOf(attribute: string): string {
  return attribute.replace(/[-_](.)/g, (_, letter: string) => letter.toUpperCase())
}
