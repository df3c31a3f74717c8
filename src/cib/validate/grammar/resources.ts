import {
  collectiveMetaAttributes,
  instanceAttributes,
  opInstanceAttributes,
  opMetaAttributes,
  serviceInstanceAttributes,
  serviceMetaAttributes,
  utilization,
} from './attributes.js'
import {
  all,
  choice,
  define,
  interleave,
  many,
  may,
  maybe,
  must,
  one,
  type Pattern,
  perhaps,
  some,
} from './pattern.js'
import { boolean, id, integer, pattern, reference, text, values } from './values.js'
import { type SchemaVersion, since, until } from './versions.js'

/** The roles of an instance; the names with "promote" came with 3.7. */
export const roles = values(
  'Stopped',
  'Started',
  since('3.7', 'Promoted'),
  since('3.7', 'Unpromoted'),
  'Slave',
  'Master',
)

const op = define('op', () =>
  all(
    must('id', id),
    must('name', text),
    must('interval', text),
    may('description', text),
    maybe(choice(must('start-delay', text), must('interval-origin', text))),
    may('timeout', text),
    may('enabled', boolean),
    may('record-pending', boolean),
    may('role', roles),
    until('2.10', may('requires', values('nothing', 'quorum', 'fencing', since('1.3', 'unfencing')))),
    may(
      'on-fail',
      values(
        ...['ignore', 'block', 'stop', 'restart', 'standby', 'fence'],
        since('1.2', 'restart-container'),
        since('3.4', 'demote'),
      ),
    ),
    many(opMetaAttributes, opInstanceAttributes),
  ),
)
const operations = define('operations', () => all(may('id', id), may('id-ref', reference), many(op)))

/** Class, provider and type; classes of later daemons came to templates in 2.7. */
const agent = (laterClasses: SchemaVersion) =>
  all(
    choice(
      all(must('class', values('ocf')), must('provider', text)),
      must(
        'class',
        values(
          ...['lsb', 'heartbeat', 'stonith', until('3.10', 'upstart')],
          ...['service', 'systemd'].map((name) => since(laterClasses, name)),
          { since: laterClasses, until: '3.10', what: 'nagios' },
        ),
      ),
    ),
    must('type', text),
  )

const serviceContent = all(
  may('description', text),
  interleave(many(serviceMetaAttributes, serviceInstanceAttributes, utilization), perhaps(operations)),
)
export const primitive = define('primitive', () =>
  all(must('id', id), choice(agent('1.2'), since('1.2', must('template', reference))), serviceContent),
)
export const template = define('template', () => all(must('id', id), agent('2.7'), serviceContent), {
  since: '1.2',
})

const collective = (...members: readonly Pattern[]) =>
  all(
    must('id', id),
    may('description', text),
    interleave(many(collectiveMetaAttributes, instanceAttributes), ...members),
  )
export const group = define('group', () => collective(some(primitive)))
export const clone = define('clone', () => collective(one(primitive, group)))
export const master = define('master', () => collective(one(primitive, group)), { until: '3.10' })

const container = () =>
  all(
    must('image', text),
    may('replicas', integer),
    may('replicas-per-host', integer),
    maybe(choice(until('3.10', must('masters', integer)), since('3.0', must('promoted-max', integer)))),
    may('run-command', text),
    may('network', text),
    may('options', text),
  )
const portMapping = define('port-mapping', () =>
  all(
    must('id', id),
    choice(
      all(must('port', integer), may('internal-port', integer)),
      must('range', pattern(/^[0-9-]+$/, 'a port or ports as 8000-8010')),
    ),
  ),
)
const network = define('network', () =>
  all(
    may('ip-range-start', text),
    may('control-port', integer),
    may('host-interface', text),
    may('host-netmask', integer),
    since('3.0', may('add-host', boolean)),
    many(portMapping),
  ),
)
const storageMapping = define('storage-mapping', () =>
  all(
    must('id', id),
    choice(must('source-dir', text), must('source-dir-root', text)),
    must('target-dir', text),
    may('options', text),
  ),
)
const storage = define('storage', () => many(storageMapping))
export const bundle = define(
  'bundle',
  () =>
    collective(
      one(
        define('docker', container),
        define('rkt', container, { since: '2.10', until: '3.10' }),
        define('podman', container, { since: '3.2' }),
      ),
      perhaps(network),
      perhaps(storage),
      perhaps(primitive),
    ),
  { since: '2.8' },
)
