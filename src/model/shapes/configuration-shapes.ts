import type { ElementName } from '../element/tree.js'
import { many, one, optional, sets } from './shape.js'

const alertSets = { metaAttributes: sets.metaAttributes, instanceAttributes: sets.instanceAttributes }

const subject = { attributes: ['id', 'name'], slots: { roles: many('role') } } as const

const none = { attributes: [], slots: {} } as const

const section = <const T extends ElementName[]>(...accepts: T) =>
  ({ attributes: [], slots: { items: many(...accepts) } }) as const

/** The CIB itself, its sections, nodes, fencing levels, tags, ACLs and alerts. */
export const configurationShapes = {
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
  node: {
    attributes: ['id', 'uname', 'type', 'description', 'score'],
    slots: { instanceAttributes: sets.instanceAttributes, utilization: many('utilization') },
  },
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
} as const
