import { many, one, optional, sets, some } from './shape.js'

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

const cloneShape = {
  attributes: ['id', 'description'],
  slots: { resource: one('primitive', 'group'), ...sets },
} as const

/** Resources and their operations. */
export const resourceShapes = {
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
} as const
