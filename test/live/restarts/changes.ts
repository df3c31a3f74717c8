import { clone, group, type Primitive, type PrimitiveOptions, primitive, promotable } from 'lightcib'
import type { Resource } from '../../../src/model/index.js'

/** The names of `agent`: the version of the OCF standard and the way to reload differ. */
export const ownAgents = [
  'reloads',
  'reloads-itself',
  'restarts',
  'old-reloads',
  'old-reloads-agent',
  'old-restarts',
] as const

/** A resource before and after a change; its id is that of the change. */
export interface ResourceChange {
  readonly title: string
  readonly before: Resource
  readonly after: Resource
}

type Parameters = Readonly<Record<string, string>>
type Make = (id: string) => readonly [before: Resource, after: Resource]

const built = (id: string, agent: string, parameters: Parameters, options?: PrimitiveOptions): Primitive =>
  primitive(id, agent as 'ocf:own:agent', parameters, options)

/** Another set of parameters of an agent. */
const parameters =
  (agent: string, before: Parameters, after: Parameters): Make =>
  (id) => [built(id, agent, before), built(id, agent, after)]

const reloads = 'ocf:lightcib:reloads'

/** Other operations, meta attributes or utilization. */
const options =
  (before: PrimitiveOptions, after: PrimitiveOptions): Make =>
  (id) => [built(id, reloads, { plain: '1' }, before), built(id, reloads, { plain: '1' }, after)]

const monitored = (monitor: object): PrimitiveOptions => ({
  operations: { monitor: { interval: '10s', ...monitor } },
})

/** What a collective resource around a primitive of the id of the change has. */
const around =
  (wrap: (member: Primitive, meta: object) => Resource, before: object, after: object): Make =>
  (id) => {
    const member = built(id, reloads, { plain: '1' }, monitored({}))
    return [wrap(member, before), wrap(member, after)]
  }
const asClone = (member: Primitive, meta: object) => clone(member, { meta })
const asGroup = (member: Primitive, meta: object) => group(`${member.id}-group`, [member], { meta })
const asPromotable =
  (agent: string, parameters: readonly [Parameters, Parameters], ...metas: readonly [object, object]): Make =>
  (id) => {
    const operations = { monitor: { interval: '10s', role: 'Promoted' } } as const
    const [before, after] = parameters.map((each, at) =>
      promotable(built(id, agent, each, { operations }), { meta: metas[at] ?? {} }),
    )
    return [before as Resource, after as Resource]
  }

/** Every kind of parameter of every own agent, changed; and added, removed and changed together with another. */
const ofOwnAgents = ownAgents.flatMap((agent): readonly (readonly [string, Make])[] => {
  const of = (before: Parameters, after: Parameters) => parameters(`ocf:lightcib:${agent}`, before, after)
  return [
    ...['plain', 'unique', 'reloadable', 'both', 'passwd', 'unknown'].map(
      (name) => [`${agent}, ${name}`, of({ [name]: '1' }, { [name]: '2' })] as const,
    ),
    [`${agent}, plain and reloadable`, of({ plain: '1', reloadable: '1' }, { plain: '2', reloadable: '2' })],
    [`${agent}, one added`, of({ plain: '1' }, { plain: '1', reloadable: '1' })],
    [`${agent}, one removed`, of({ unique: '1', reloadable: '1' }, { unique: '1' })],
  ]
})

const ofRealAgents: readonly (readonly [string, Make])[] = [
  ['Dummy, fake', parameters('ocf:pacemaker:Dummy', { fake: '1' }, { fake: '2' })],
  ['Dummy, op_sleep', parameters('ocf:pacemaker:Dummy', {}, { op_sleep: '1' })],
  ['Dummy, state', parameters('ocf:pacemaker:Dummy', {}, { state: '/run/other' })],
  ['Dummy, passwd', parameters('ocf:pacemaker:Dummy', { passwd: 'a' }, { passwd: 'b' })],
  ['heartbeat Dummy, state', parameters('ocf:heartbeat:Dummy', {}, { state: '/run/another' })],
  ['heartbeat Dummy, fake', parameters('ocf:heartbeat:Dummy', {}, { fake: 'x' })],
  ['IPaddr2, ip', parameters('ocf:heartbeat:IPaddr2', { ip: '10.77.0.50' }, { ip: '10.77.0.51' })],
  [
    'IPaddr2, arp_count',
    parameters('ocf:heartbeat:IPaddr2', { ip: '10.77.0.52' }, { ip: '10.77.0.52', arp_count: '2' }),
  ],
  [
    'anything, options',
    parameters(
      'ocf:heartbeat:anything',
      { binfile: '/bin/sleep', cmdline_options: 'inf' },
      { binfile: '/bin/sleep', cmdline_options: '1d' },
    ),
  ],
  [
    'attribute, value',
    parameters('ocf:pacemaker:attribute', { name: 'of-a-test' }, { name: 'of-a-test', active_value: '2' }),
  ],
  ['Stateful, notify', asPromotable('ocf:pacemaker:Stateful', [{}, {}], {}, { notify: true })],
  ['Stateful, promoted-max', asPromotable('ocf:pacemaker:Stateful', [{}, {}], {}, { 'promoted-max': 0 })],
  [
    'Stateful, target-role',
    asPromotable('ocf:pacemaker:Stateful', [{}, {}], {}, { 'target-role': 'Unpromoted' }),
  ],
]

const ofOperations: readonly (readonly [string, Make])[] = [
  ['monitor, interval', options(monitored({}), monitored({ interval: '7s' }))],
  ['monitor, timeout', options(monitored({}), monitored({ timeout: '15s' }))],
  ['monitor, on-fail', options(monitored({}), monitored({ onFail: 'block' }))],
  ['monitor, start-delay', options(monitored({}), monitored({ startDelay: '1s' }))],
  ['monitor, disabled', options(monitored({}), monitored({ enabled: false }))],
  ['monitor, depth', options(monitored({}), monitored({ instanceAttributes: { OCF_CHECK_LEVEL: '10' } }))],
  ['monitor, added', options({}, monitored({}))],
  ['monitor, removed', options(monitored({}), {})],
  ['start, timeout', options({}, { operations: { start: { timeout: '33s' } } })],
  ['start, on-fail', options({}, { operations: { start: { onFail: 'block' } } })],
  ['start, parameter', options({}, { operations: { start: { instanceAttributes: { plain: '7' } } } })],
  // Parameters that the resource itself does not have, with a new operation and in one that is there.
  ...['unique', 'reloadable', 'both', 'passwd', 'unknown'].flatMap(
    (name): readonly (readonly [string, Make])[] => {
      const start = { timeout: '33s' }
      const instanceAttributes = { [name]: '7' }
      return [
        [`start, with ${name}`, options({}, { operations: { start: { instanceAttributes } } })],
        [
          `start, ${name} added`,
          options({ operations: { start } }, { operations: { start: { ...start, instanceAttributes } } }),
        ],
        [
          `start, other ${name}`,
          options(
            { operations: { start: { instanceAttributes } } },
            { operations: { start: { instanceAttributes: { [name]: '8' } } } },
          ),
        ],
      ]
    },
  ),
  ['stop, timeout', options({}, { operations: { stop: { timeout: '33s' } } })],
  ['stop, parameter', options({}, { operations: { stop: { instanceAttributes: { plain: '7' } } } })],
]

const ofMetaAttributes: readonly (readonly [string, Make])[] = [
  ['target-role Stopped', options({}, { meta: { 'target-role': 'Stopped' } })],
  [
    'target-role Started',
    options({ meta: { 'target-role': 'Stopped' } }, { meta: { 'target-role': 'Started' } }),
  ],
  ['target-role gone', options({ meta: { 'target-role': 'Stopped' } }, {})],
  ...Object.entries({
    'is-managed': false,
    maintenance: true,
    'resource-stickiness': 100,
    'migration-threshold': 1,
    'failure-timeout': '30s',
    priority: 5,
    critical: false,
    'multiple-active': 'block',
    requires: 'nothing',
    'allow-migrate': true,
    'of-the-user': 'x',
  }).map(
    ([name, value]) => [name, options(monitored({}), { ...monitored({}), meta: { [name]: value } })] as const,
  ),
  ['utilization that fits', options({ utilization: { cpu: 1 } }, { utilization: { cpu: 2 } })],
  ['utilization that does not fit', options({ utilization: { cpu: 1 } }, { utilization: { cpu: 1000 } })],
  ['clone, notify', around(asClone, {}, { notify: true })],
  ['clone, interleave', around(asClone, {}, { interleave: true })],
  ['clone, ordered', around(asClone, {}, { ordered: true })],
  ['clone, clone-max 0', around(asClone, {}, { 'clone-max': 0 })],
  ['clone, clone-max 1', around(asClone, {}, { 'clone-max': 1 })],
  ['clone, clone-node-max', around(asClone, {}, { 'clone-node-max': 2 })],
  ['clone, globally-unique', around(asClone, {}, { 'globally-unique': true })],
  ['clone, target-role', around(asClone, {}, { 'target-role': 'Stopped' })],
  ['group, target-role', around(asGroup, {}, { 'target-role': 'Stopped' })],
  ['group, stickiness', around(asGroup, {}, { 'resource-stickiness': 7 })],
]

/** All changes, each of a resource of its own. */
export const changes: readonly ResourceChange[] = [
  ...ofOwnAgents,
  ...ofRealAgents,
  ...ofOperations,
  ...ofMetaAttributes,
].map(([title, make], at) => {
  const [before, after] = make(`r${at + 1}`)
  return { title, before, after }
})
