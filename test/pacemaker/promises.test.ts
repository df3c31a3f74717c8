import {
  type Cluster,
  clone,
  cluster,
  colocation,
  failureOf,
  group,
  location,
  order,
  type Policy,
  primitive,
  recovers,
  requireStaysUntil,
} from 'lightcib'
import { explore } from 'lightcib/pacemaker'
import { describe, expect, test } from 'vitest'
import { settlePolicies } from '../../src/pacemaker/explore/settle.js'
import { stopsIn } from '../../src/pacemaker/transition-graph.js'
import { describeWith } from '../support/tools.js'

type Options = Parameters<typeof cluster>[0]
type Meta = Readonly<Record<string, string | number | boolean>>

const service = (id: string, meta: Meta = {}, monitor: Meta = {}) =>
  primitive(id, 'ocf:pacemaker:Dummy', {}, { meta, operations: { monitor: { interval: '10s', ...monitor } } })

const [two, three] = [
  ['node1', 'node2'],
  ['node1', 'node2', 'node3'],
]

const made = (options: Options, nodes = three): Cluster =>
  cluster({ nodes, properties: { 'stonith-enabled': false }, ...options })

/** The locks of a system, and the copy that must outlive them. */
function replicated(constraints: NonNullable<Options['constraints']>, nodes = three): Cluster {
  const locks = group('locks', [service('locks-ip'), service('locks-server')], {
    meta: { 'resource-stickiness': 5000 },
  })
  const copy = group('copy', [service('copy-ip'), service('copy-server')])
  return made({ resources: [locks, copy], constraints }, nodes)
}

const apart = colocation('copy', 'locks', { score: -5000 })
const takeover = { kind: 'Optional', symmetrical: false } as const
const keepsLocks = requireStaysUntil('copy', 'locks')
const ordered = order('locks', 'copy', { ...takeover, thenAction: 'stop' })

const db = service('db')
const stack = (exporter: ReturnType<typeof service>, ...constraints: NonNullable<Options['constraints']>) =>
  made({ resources: [db, exporter], constraints })
const keepsDb = failureOf('exporter').neverStops('db')

const ui = (within: boolean) => {
  const members = [service('data'), service('cache')]
  const front = service('front', { critical: false })
  return within
    ? made({ resources: [group('stack', [...members, service('front')])] })
    : made({
        resources: [group('stack', members), front],
        constraints: [colocation('front', 'stack'), order('stack', 'front')],
      })
}

const apis = (interleave: boolean) => {
  const meta = { interleave }
  const [broker, api] = [clone(service('broker'), { meta }), clone(service('api'), { meta })]
  return made({ resources: [broker, api], constraints: [order(broker, api)] })
}

const cases: readonly (readonly [string, Cluster, Policy, 'kept' | 'broken'])[] = [
  [
    'a copy that is ordered after the start of the locks, two nodes',
    replicated([apart, ordered], two),
    keepsLocks,
    'kept',
  ],
  ['the same with three nodes', replicated([apart, ordered]), keepsLocks, 'kept'],
  [
    'a copy that starts after the locks',
    replicated([apart, order('locks', 'copy', takeover)], two),
    keepsLocks,
    'broken',
  ],
  ['a copy without any order', replicated([apart], two), keepsLocks, 'broken'],
  ['a copy that stops with the locks', replicated([order('locks', 'copy')]), keepsLocks, 'broken'],
  [
    'a copy that runs only beside the locks',
    replicated([colocation('copy', 'locks'), ordered]),
    keepsLocks,
    'broken',
  ],
  ['a copy that nothing keeps in place when the locks move', replicated([]), keepsLocks, 'broken'],
  [
    'a database that runs only with its exporter',
    stack(service('exporter'), colocation('db', 'exporter')),
    keepsDb,
    'broken',
  ],
  [
    'a database that starts after its exporter',
    stack(service('exporter'), order('exporter', 'db')),
    keepsDb,
    'broken',
  ],
  [
    'a database that prefers its exporter',
    stack(service('exporter'), colocation('db', 'exporter', { score: 500 })),
    keepsDb,
    'broken',
  ],
  [
    'an exporter that takes its database along',
    stack(service('exporter'), colocation('exporter', 'db'), order('db', 'exporter')),
    keepsDb,
    'broken',
  ],
  [
    'an exporter that is not critical',
    stack(service('exporter', { critical: false }), colocation('exporter', 'db'), order('db', 'exporter')),
    keepsDb,
    'kept',
  ],
  [
    'an exporter that puts its node in standby',
    stack(service('exporter', { critical: false }, { onFail: 'standby' }), colocation('exporter', 'db')),
    keepsDb,
    'broken',
  ],
  [
    'a user interface as the last of the group of its data',
    ui(true),
    failureOf('front').neverStops('data'),
    'broken',
  ],
  ['a user interface beside it', ui(false), failureOf('front').neverStops('data'), 'kept'],
  ['clones without interleave', apis(false), failureOf('broker').staysWithin(4), 'broken'],
  ['clones with interleave', apis(true), failureOf('broker').staysWithin(4), 'kept'],
  [
    'clones with interleave and fewer actions than they need',
    apis(true),
    failureOf('broker').staysWithin(3),
    'broken',
  ],
  [
    'what runs anywhere, two failures of three nodes',
    made({ resources: [db] }),
    recovers('db', { within: 2 }),
    'kept',
  ],
  ['three failures of three nodes', made({ resources: [db] }), recovers('db', { within: 3 }), 'broken'],
  [
    'what may run on two of three nodes, one failure',
    made({ resources: [db], constraints: [location('db', 'node3', '-INFINITY')] }),
    recovers('db'),
    'kept',
  ],
  [
    'what may run on two of three nodes, two failures',
    made({ resources: [db], constraints: [location('db', 'node3', '-INFINITY')] }),
    recovers('db', { within: 2 }),
    'broken',
  ],
  [
    'what runs only with what may not move',
    made({
      resources: [db, service('disk')],
      constraints: [
        colocation('db', 'disk'),
        location('disk', 'node2', '-INFINITY'),
        location('disk', 'node3', '-INFINITY'),
      ],
    }),
    recovers('db'),
    'broken',
  ],
]

describeWith(['crm_simulate'], 'promises about what happens', () => {
  test.each(cases)('%s', async (_name, of, policy, verdict) => {
    const alone = policy.check(of)
    // The configuration alone never keeps silent, and is never wrong.
    expect(alone).toHaveLength(1)
    if (verdict === 'kept') expect(alone[0]?.severity).toBe('warning')
    const { settle } = await settlePolicies(of, [policy])
    const found = policy.check(of, settle).map(({ code, severity }) => `${severity} ${code}`)
    expect(found).toEqual(verdict === 'broken' ? [`error ${policy.name}`] : [])
  })

  test('explore names the events that break one, and nothing else is broken', async () => {
    const unordered = replicated([apart], two)
    const { events } = await explore(unordered, { policies: [keepsLocks], nodes: 0 })
    const broken = events.filter((event) => event.broken.length > 0)
    expect(broken.map(({ event }) => event)).toContain('"locks" is moved away from "node1"')
    expect(new Set(broken.flatMap((event) => event.broken))).toEqual(
      new Set(['stays-until: "copy-ip" stops on "node2" without waiting for the start of "locks-ip"']),
    )
  })

  test('a resource that never runs is no proof', async () => {
    const disabled = made({ resources: [db, service('exporter', { 'target-role': 'Stopped' })] })
    const { settle } = await settlePolicies(disabled, [keepsDb])
    expect(keepsDb.check(disabled, settle)).toMatchObject([
      { severity: 'warning', message: expect.stringContaining('"exporter" runs in no state') },
    ])
  })
})

describe('a promise that makes no sense', () => {
  test('an id that no resource has', () => {
    expect(
      failureOf('exportr')
        .neverStops('db')
        .check(stack(service('exporter'))),
    ).toMatchObject([{ code: 'unknown-reference', severity: 'error' }])
  })

  test('a number that counts nothing', () => {
    expect(() => failureOf('db').staysWithin(-1)).toThrow('the number of actions is "-1"')
    expect(() => recovers('db', { within: 1.5 })).toThrow('the number of failures is "1.5"')
  })
})

test('a stop has all that it waits for, through others too, and not what merely comes earlier', () => {
  const op = (id: number, operation: string, rsc: string) =>
    `<rsc_op id="${id}" operation="${operation}" operation_key="${rsc}_${operation}_0" on_node="node1"><primitive id="${rsc}"/></rsc_op>`
  const synapse = (action: string, inputs: string) =>
    `<synapse><action_set>${action}</action_set><inputs>${inputs}</inputs></synapse>`
  const graph = `<transition_graph>${[
    synapse(op(1, 'start', 'a'), ''),
    synapse('<pseudo_event id="2" operation="running"/>', '<trigger><rsc_op id="1"/></trigger>'),
    synapse(op(3, 'stop', 'b:0'), '<trigger><pseudo_event id="2"/></trigger>'),
    synapse(op(4, 'stop', 'c'), ''),
  ].join('')}</transition_graph>`
  expect(stopsIn(graph)).toEqual([
    {
      action: { operation: 'stop', resource: 'b', node: 'node1' },
      earlier: [{ operation: 'start', resource: 'a', node: 'node1' }],
    },
    { action: { operation: 'stop', resource: 'c', node: 'node1' }, earlier: [] },
  ])
})
