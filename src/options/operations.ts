import { lookUp, type OptionFacts, type Table } from './facts.js'

/** What Pacemaker, or an agent's metadata, knows as the name of an operation; those that recur may have an interval. */
const names = {
  monitor: true,
  start: false,
  stop: false,
  promote: false,
  demote: false,
  notify: false,
  migrate_to: false,
  migrate_from: false,
  reload: true,
  'reload-agent': false,
  'meta-data': true,
  'validate-all': true,
  status: true,
  // fence agents
  on: true,
  off: true,
  reboot: true,
  list: true,
  'list-status': true,
  metadata: true,
  // agents' own
  restart: true,
  'force-reload': true,
  methods: true,
  usage: true,
  validate: true,
} as const

export interface OperationFacts {
  readonly name: string
  /** False where Pacemaker rejects an interval other than 0. */
  readonly recurs: boolean
}

/** What is known of the name of an operation. */
export function operation(name: string): OperationFacts | undefined {
  if (!Object.hasOwn(names, name)) return undefined
  return { name, recurs: names[name as keyof typeof names] }
}

/** The names of all operations. */
export const operationNames: readonly string[] = Object.keys(names)

const roles = ['Started', 'Stopped', 'Promoted', 'Unpromoted', 'Master', 'Slave']

const attributes: Table = {
  name: { type: 'string' },
  description: { type: 'string' },
  interval: { type: 'duration', default: '0' },
  'interval-origin': { type: 'string' },
  'start-delay': { type: 'timeout', default: '0' },
  timeout: { type: 'timeout', default: '20s' },
  enabled: { type: 'boolean', default: 'true' },
  'record-pending': { type: 'boolean', default: 'true' },
  role: { type: 'select', values: roles },
  'on-fail': {
    type: 'select',
    values: ['ignore', 'block', 'demote', 'stop', 'restart', 'standby', 'fence', 'restart-container'],
  },
  role_after_failure: { type: 'select', values: roles, deprecated: true, until: '3.0.0' },
}

/** What Pacemaker knows of an attribute of `<op>`, which may be in its meta attributes and in `op_defaults` as well. */
export function operationAttribute(name: string): OptionFacts | undefined {
  return lookUp(attributes, name)
}

/** The names of the attributes of an operation. */
export const operationAttributeNames: readonly string[] = Object.keys(attributes)
