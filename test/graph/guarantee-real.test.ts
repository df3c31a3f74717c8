import { describe, expect, it } from 'vitest'
import { readCib } from '../../src/cib/index.js'
import { runsOnlyWith } from '../../src/graph/index.js'
import type { Cluster } from '../../src/model/index.js'
import { cibText, xml } from '../support/cib-text.js'
import { colocationTruth, endOf, isViolation } from '../support/colocation-oracle.js'
import type { NodeState } from '../support/status.js'
import { describeWith } from '../support/tools.js'

const { primitive, group, clone, bundle, order, colocation, location } = xml

type Row = readonly [
  name: string,
  verdict: 'guaranteed' | 'not-guaranteed' | 'unknown',
  resources: readonly string[],
  constraints: readonly string[],
]

const vip = primitive('vip')
const haproxy = primitive('haproxy')
const cloned = (meta = {}) => clone('haproxy-clone', haproxy, { interleave: 'true', ...meta })
const tie = (attributes = {}) =>
  colocation('tie', 'vip', 'haproxy-clone', { score: 'INFINITY', ...attributes })
const back = (attributes = {}) =>
  colocation('back', 'haproxy-clone', 'vip', { score: 'INFINITY', ...attributes })
const loose = (...members: string[]) => group('g', members, { collocated: 'false' })

const raised = [
  ['and nothing else raises it', 'guaranteed', {}, []],
  ['and stickiness', 'unknown', { 'resource-stickiness': '100' }, []],
  ['and another', 'unknown', {}, [colocation('c', 'vip', 'x', { score: '100' })]],
] as const

/** Clusters for which the verdict is not the obvious one. */
const rows: readonly Row[] = [
  [
    'a clone that is placed with it and starts before it',
    'guaranteed',
    [vip, cloned()],
    [back(), order('o', 'haproxy-clone', 'vip')],
  ],
  [
    'a clone that is placed with it and starts before it, at best',
    'not-guaranteed',
    [vip, cloned()],
    [back(), order('o', 'haproxy-clone', 'vip', { kind: 'Optional' })],
  ],
  [
    'a primitive that is placed with it and starts before it',
    'guaranteed',
    [vip, haproxy],
    [colocation('back', 'haproxy', 'vip'), order('o', 'haproxy', 'vip')],
  ],
  [
    'an interleaved clone that starts after the other',
    'guaranteed',
    [clone('vip-clone', vip, { interleave: 'true' }), cloned({ interleave: 'false' })],
    [order('o', 'haproxy-clone', 'vip-clone')],
  ],
  [
    'a clone that starts after the other, and is not interleaved',
    'not-guaranteed',
    [clone('vip-clone', vip, { interleave: 'false' }), cloned()],
    [order('o', 'haproxy-clone', 'vip-clone')],
  ],
  [
    'an order of stops',
    'not-guaranteed',
    [vip, haproxy],
    [
      colocation('back', 'haproxy', 'vip'),
      order('o', 'vip', 'haproxy', { 'first-action': 'stop', 'then-action': 'stop' }),
    ],
  ],
  [
    'a later member of its group that is not managed',
    'not-guaranteed',
    [group('g', [vip, primitive('x', { 'is-managed': 'false' })]), haproxy],
    [colocation('tie', 'vip', 'haproxy')],
  ],
  [
    'what is in a group after a member that is placed with it and not managed',
    'not-guaranteed',
    [group('g', [primitive('x', { 'is-managed': 'false' }), vip]), haproxy],
    [colocation('tie', 'x', 'haproxy')],
  ],
  [
    'with a clone between the two that is not managed',
    'not-guaranteed',
    [vip, clone('x-clone', primitive('x', { 'is-managed': 'false' })), cloned()],
    [colocation('a', 'vip', 'x-clone'), colocation('b', 'x-clone', 'haproxy-clone')],
  ],
  [
    'what starts after it and is not managed',
    'guaranteed',
    [vip, primitive('x', { 'is-managed': 'false' }), haproxy],
    [colocation('tie', 'vip', 'haproxy'), order('o', 'vip', 'x')],
  ],
  [
    'a clone with a role that the other clone never has',
    'not-guaranteed',
    [clone('vip-clone', vip, { interleave: 'true' }), cloned()],
    [colocation('tie', 'vip-clone', 'haproxy-clone', { score: 'INFINITY', 'with-rsc-role': 'Slave' })],
  ],
  [
    'through a clone in a role that it never has, with a bundle',
    'unknown',
    [
      vip,
      clone('x-clone', primitive('x'), { interleave: 'true' }),
      '<bundle id="haproxy"><podman image="x" replicas="3"/></bundle>',
    ],
    [
      colocation('a', 'vip', 'x-clone'),
      colocation('b', 'x-clone', 'haproxy', { score: 'INFINITY', 'rsc-role': 'Master' }),
    ],
  ],
  ['a role other than promoted, with a clone', 'guaranteed', [vip, cloned()], [tie({ 'rsc-role': 'Slave' })]],
  [
    'a role other than promoted, with a primitive',
    'not-guaranteed',
    [vip, haproxy],
    [colocation('tie', 'vip', 'haproxy', { score: 'INFINITY', 'rsc-role': 'Slave' })],
  ],
  [
    'the first member of a group that is not collocated',
    'guaranteed',
    [loose(vip, primitive('x')), cloned()],
    [colocation('tie', 'g', 'haproxy-clone')],
  ],
  [
    'a later member of a group that is not collocated',
    'not-guaranteed',
    [loose(primitive('x'), vip), cloned()],
    [colocation('tie', 'g', 'haproxy-clone')],
  ],
  ['a cycle with a clone', 'guaranteed', [cloned(), vip], [tie(), back()]],
  [
    'a cycle with a clone of a group',
    'not-guaranteed',
    [clone('haproxy-clone', group('h', [haproxy, primitive('x')])), vip],
    [tie(), back()],
  ],
  [
    'a cycle that a role breaks',
    'not-guaranteed',
    [cloned(), vip],
    [tie(), back({ 'with-rsc-role': 'Slave' }), location('l', 'vip', 'n1', '-INFINITY')],
  ],
  [
    'a cycle of two clones',
    'not-guaranteed',
    [cloned(), clone('vips', vip)],
    [colocation('tie', 'vips', 'haproxy-clone'), colocation('back', 'haproxy-clone', 'vips')],
  ],
  [
    'a clone that starts after the clone that is placed with it',
    'guaranteed',
    [cloned(), clone('vips', vip, { interleave: 'true' })],
    [colocation('tie', 'vips', 'haproxy-clone'), order('o', 'vips', 'haproxy-clone')],
  ],
  [
    'an interleaved clone after one that starts after another that is missing somewhere',
    'not-guaranteed',
    [
      vip,
      clone('base', primitive('b'), { interleave: 'true' }),
      clone('middle', primitive('m'), { interleave: 'true' }),
      cloned(),
    ],
    [
      tie(),
      order('o', 'base', 'middle'),
      order('p', 'middle', 'haproxy-clone'),
      colocation('c', 'haproxy-clone', 'middle'),
      location('l', 'base', 'n1', '-INFINITY'),
      location('k', 'vip', 'n1', '2000'),
    ],
  ],
  [
    'a later member of a cloned group that is not managed',
    'not-guaranteed',
    [
      vip,
      clone('haproxy-clone', group('h', [primitive('x'), primitive('haproxy', { 'is-managed': 'false' })])),
    ],
    [tie()],
  ],
  [
    'a member of a cloned group after one that is not managed',
    'not-guaranteed',
    [vip, clone('haproxy-clone', group('h', [primitive('x', { 'is-managed': 'false' }), haproxy]))],
    [tie()],
  ],
  [
    'a member of a group before one that is not managed',
    'not-guaranteed',
    [vip, group('h', [haproxy, primitive('x', { 'is-managed': 'false' })])],
    [colocation('tie', 'vip', 'haproxy')],
  ],
  [
    'an interleaved clone, by a node attribute',
    'unknown',
    [clone('vips', vip, { interleave: 'true' }), cloned()],
    [
      colocation('tie', 'vips', 'haproxy-clone', { score: 'INFINITY', 'node-attribute': 'rack' }),
      location('l', 'haproxy-clone', 'n1', '-INFINITY'),
    ],
  ],
  [
    'a clone that is not interleaved, by a node attribute',
    'guaranteed',
    [clone('vips', vip), cloned()],
    [
      colocation('tie', 'vips', 'haproxy-clone', { score: 'INFINITY', 'node-attribute': 'rack' }),
      location('l', 'haproxy-clone', 'n1', '-INFINITY'),
    ],
  ],
  [
    'a node attribute that no node has',
    'not-guaranteed',
    [vip, haproxy],
    [
      colocation('tie', 'vip', 'haproxy', { score: 'INFINITY', 'node-attribute': 'rack' }),
      location('l', 'haproxy', 'n1', '-INFINITY'),
      location('k', 'vip', 'n1', '50'),
    ],
  ],
  ...raised.map(
    ([name, verdict, meta, more]): Row => [
      `a low score where locations forbid all nodes, ${name}`,
      verdict,
      [primitive('vip', meta), cloned(), primitive('x')],
      [
        tie({ score: '1000' }),
        ...['n1', 'n2', 'n3'].map((node) => location(`l-${node}`, 'vip', node, '-50')),
        ...more,
      ],
    ],
  ),
  [
    'a group of which an earlier member is placed with the last one',
    'unknown',
    [group('g', [haproxy, primitive('y')]), vip],
    [
      colocation('tie', 'vip', 'g'),
      colocation('own', 'haproxy', 'y'),
      location('l', 'vip', 'n3', 'INFINITY'),
    ],
  ],
  [
    'a member of a loose group that counts as placed while it waits, and is avoided',
    'not-guaranteed',
    [clone('vip-clone', vip), loose(haproxy, primitive('y'))],
    [colocation('c', 'vip-clone', 'g', { score: '-INFINITY' })],
  ],
  [
    'a low score with what runs once, where locations and a rule of an unset attribute forbid all nodes',
    'guaranteed',
    [vip, haproxy],
    [
      colocation('tie', 'vip', 'haproxy', { score: '1000' }),
      ...['n1', 'n2', 'n3'].map((node) => location(`l-${node}`, 'vip', node, '-50')),
      '<rsc_location id="r" rsc="vip"><rule id="r-r" score="-INFINITY"><expression id="r-e" attribute="pingd" operation="lt" value="1"/></rule></rsc_location>',
    ],
  ],
  [
    'a clone of a group that is placed with it and of which some come first',
    'unknown',
    [vip, clone('haproxy-clone', group('h', [primitive('x'), haproxy]), { 'clone-max': '2' })],
    [
      back(),
      order('n', 'haproxy-clone', 'vip', { kind: 'Optional' }),
      xml.sets(
        'rsc_order',
        'o',
        [
          xml.set('s', ['haproxy-clone'], { sequential: 'false', 'require-all': 'false' }),
          xml.set('t', ['vip']),
        ],
        { kind: 'Mandatory' },
      ),
    ],
  ],
  [
    'a service that starts first, where the same resource places both',
    'guaranteed',
    [vip, haproxy, primitive('x')],
    [colocation('c', 'vip', 'x'), colocation('d', 'haproxy', 'x'), order('o', 'haproxy', 'vip')],
  ],
  [
    'a service that starts first at best, where the same resource places both',
    'not-guaranteed',
    [vip, haproxy, primitive('x')],
    [
      colocation('c', 'vip', 'x'),
      colocation('d', 'haproxy', 'x'),
      order('o', 'haproxy', 'vip', { kind: 'Optional' }),
    ],
  ],
]

/** With a bundle, a role counts only for what runs once. */
const bundleRows = [
  ['a role of a bundle, for a resource that runs once', 'guaranteed', vip, 'vip'],
  ['a role of a bundle, for a clone', 'not-guaranteed', clone('vips', vip), 'vips'],
] as const

const states: Readonly<Record<string, NodeState>>[] = [
  { n1: 'up', n2: 'up', n3: 'up' },
  { n1: 'down', n2: 'down', n3: 'failed' },
  { n1: 'failed', n2: 'up', n3: 'down' },
  { n1: 'up', n2: 'failed', n3: 'failed' },
  { n1: 'failed', n2: 'failed', n3: 'failed' },
  { n1: 'up', n2: 'up', n3: 'failed' },
]

const clusterOf = (resources: readonly string[], constraints: readonly string[], more = {}) =>
  readCib(cibText({ resources, constraints, ...more })).output as Cluster

describeWith(['crm_simulate', 'prlimit'], 'the real scheduler and the guarantee agree', () => {
  it.each(rows)('on %s', async (_, verdict, resources, constraints) => {
    const cluster = clusterOf(resources, constraints)
    const { violations, unsettled } = await colocationTruth(cluster, 'vip', 'haproxy', states)
    expect(runsOnlyWith(cluster, 'vip', 'haproxy').verdict).toBe(verdict)
    expect(unsettled).toBe(0)
    expect(violations.length === 0).toBe(verdict === 'guaranteed')
  })
})

describeWith(['crm_simulate', 'prlimit'], 'the real scheduler and the guarantee of a bundle agree', () => {
  it.each(bundleRows)('on %s', async (_, verdict, dependent, name) => {
    const role = { score: 'INFINITY', 'with-rsc-role': 'Slave' }
    const cluster = clusterOf(
      [bundle('web', { replicas: '1' }), dependent],
      [colocation('tie', name, 'web', role)],
    )
    const { violations } = await colocationTruth(cluster, 'vip', 'web', states)
    expect(runsOnlyWith(cluster, 'vip', 'web').verdict).toBe(verdict)
    expect(violations.length === 0).toBe(verdict === 'guaranteed')
  })
})

describeWith(['crm_simulate', 'prlimit'], 'a counterexample breaks in the real scheduler', () => {
  const separate = [vip, haproxy]
  it.each([
    [
      'where a pattern places another resource',
      separate,
      [`<rsc_location id="p" rsc-pattern="^ha" node="n3" score="500"/>`, location('l', 'vip', 'n3', '-100')],
    ],
    [
      'where some of a set come first, by an Optional order',
      [vip, bundle('haproxy', { replicas: '2' })],
      [
        '<rsc_order id="o" kind="Optional"><resource_set id="s" sequential="false" require-all="false">' +
          '<resource_ref id="haproxy"/></resource_set><resource_set id="t"><resource_ref id="vip"/></resource_set></rsc_order>',
      ],
    ],
    [
      'where only some nodes are looked at',
      separate,
      ['<rsc_location id="l" rsc="vip" node="n1" score="0" resource-discovery="exclusive"/>'],
    ],
    [
      'where clones form a cycle',
      [cloned(), clone('vips', vip)],
      [colocation('tie', 'vips', 'haproxy-clone'), colocation('back', 'haproxy-clone', 'vips')],
    ],
    [
      'where a clone meets what runs once',
      [haproxy, clone('vips', vip)],
      [colocation('back', 'haproxy', 'vips')],
    ],
    [
      'where a member has failed on the node that is preferred',
      [vip, group('g', [primitive('x'), haproxy])],
      [
        colocation('tie', 'vip', 'x'),
        order('once', 'g', 'vip', { symmetrical: 'false' }),
        order('o', 'haproxy', 'vip'),
        location('l', 'vip', 'n1', 'INFINITY'),
      ],
    ],
    [
      'where clones are paired in a role',
      [cloned({ interleave: 'false' }), clone('vips', vip, { interleave: 'true' })],
      [
        colocation('tie', 'vips', 'haproxy-clone', {
          score: 'INFINITY',
          'rsc-role': 'Promoted',
          'with-rsc-role': 'Promoted',
        }),
      ],
    ],
    [
      'where the promoted role has a place',
      separate,
      [location('l', 'vip', 'n3', '-INFINITY', { role: 'Master' })],
    ],
  ] as const)('%s', async (_, resources, constraints) => {
    const cluster = clusterOf(resources, constraints)
    const { counterexample } = runsOnlyWith(cluster, 'vip', 'haproxy')
    const end = counterexample && (await endOf(cluster, 'vip', 'haproxy', counterexample))
    expect(end === undefined || isViolation(end)).toBe(true)
  })
})

const memory = (id: string, value: string) =>
  `<utilization id="${id}-u"><nvpair id="${id}-m" name="memory" value="${value}"/></utilization>`

describeWith(['crm_simulate', 'prlimit'], 'there is a counterexample, and it breaks', () => {
  const first = order('o', 'haproxy', 'vip')
  const heavy = haproxy.replace('</primitive>', `${memory('haproxy', '2')}</primitive>`)
  const onlyOn1 = ['n2', 'n3'].map((node) => location(`l-${node}`, 'vip', node, '-INFINITY'))
  it.each([
    [
      'what would compete for its place fails too',
      [vip, haproxy, primitive('x')],
      [first, colocation('apart', 'vip', 'x', { score: '-100' })],
      {},
    ],
    [
      'only one node is left, and room is uneven elsewhere',
      [vip, heavy],
      [colocation('tie', 'haproxy', 'vip'), ...onlyOn1],
      { properties: { 'placement-strategy': 'utilization' } },
    ],
    [
      'what it needs on its node has failed on the others',
      [vip, loose(primitive('x'), haproxy)],
      [colocation('tie', 'vip', 'x')],
      {},
    ],
    [
      'a guest node has no attribute',
      [vip, haproxy, primitive('vm', { 'remote-node': 'g1' })],
      [
        colocation('tie', 'vip', 'haproxy', { score: '100' }),
        '<rsc_location id="net" rsc="vip"><rule id="r" score="-INFINITY"><expression id="e" attribute="gw" operation="lt" value="1"/></rule></rsc_location>',
      ],
      {},
    ],
  ] as const)('where %s', async (_, resources, constraints, more) => {
    const room = (text: string) => text.replace('uname="n1"/>', `uname="n1">${memory('n1', '8')}</node>`)
    const cib = room(cibText({ resources: [...resources], constraints: [...constraints], ...more }))
    const cluster = readCib(cib).output as Cluster
    const { counterexample } = runsOnlyWith(cluster, 'vip', 'haproxy')
    expect(counterexample).toBeDefined()
    const end = counterexample && (await endOf(cluster, 'vip', 'haproxy', counterexample))
    expect(end && isViolation(end)).toBe(true)
  })
})

const banned = ['n1', 'n2', 'n3'].map((node) => location(`l-${node}`, 'haproxy', node, '-INFINITY'))

describeWith(['crm_simulate', 'prlimit'], 'what does not bind does not delay a start either', () => {
  const first = order('o', 'haproxy', 'web', { kind: 'Optional' })
  it.each([
    ['a role that the dependent never has', [haproxy], 'haproxy', { 'rsc-role': 'Master' }],
    [
      'a role that a group never has',
      [group('g', [haproxy, primitive('x')])],
      'g',
      { 'with-rsc-role': 'Slave' },
    ],
    ['a role that a member never has', [group('g', [haproxy])], 'haproxy', { 'with-rsc-role': 'Slave' }],
  ] as const)('%s', async (_, resources, name, role) => {
    const tied = colocation('tie', 'vip', name, { score: 'INFINITY', ...role })
    const cluster = clusterOf([vip, primitive('web'), ...resources], [tied, first, ...banned])
    const { counterexample } = runsOnlyWith(cluster, 'vip', 'haproxy')
    const end = counterexample && (await endOf(cluster, 'vip', 'haproxy', counterexample))
    expect(end !== undefined && isViolation(end)).toBe(true)
  })
})

describe('what fails inside a container', () => {
  const web = bundle('web', { replicas: '3' }, primitive('served'))
  const ask = (...more: string[]) =>
    runsOnlyWith(clusterOf([web, vip], [colocation('tie', 'vip', 'web'), ...more]), 'vip', 'web')

  it('breaks the guarantee, on none of the nodes that a counterexample names', () => {
    expect(ask()).toMatchObject({ verdict: 'not-guaranteed', reason: expect.stringContaining('"served"') })
    expect(ask()).not.toHaveProperty('counterexample')
  })

  it('may stop what starts after the bundle', () => {
    expect(ask(order('o', 'web', 'vip')).verdict).toBe('unknown')
  })
})

describe('what never runs has no counterexample', () => {
  it('where the cluster is opt-in and names no node', () => {
    const properties = { 'symmetric-cluster': 'false' }
    const cluster = clusterOf([vip, haproxy], [], { properties })
    expect(runsOnlyWith(cluster, 'vip', 'haproxy')).not.toHaveProperty('counterexample')
  })

  it('where no node has room for it', () => {
    const weight = '<utilization id="u"><nvpair id="u-mem" name="mem" value="9"/></utilization></primitive>'
    const heavy = vip.replace('</primitive>', weight)
    const cluster = clusterOf([heavy, haproxy], [], { properties: { 'placement-strategy': 'balanced' } })
    expect(runsOnlyWith(cluster, 'vip', 'haproxy')).toMatchObject({
      verdict: 'never-runs',
      isForNow: true,
      reason: expect.stringContaining('nodes have no room for "vip"'),
    })
  })

  it('where it needs what is not managed', () => {
    const resources = [vip, primitive('x', { 'is-managed': 'false' }), haproxy]
    const cluster = clusterOf(resources, [colocation('c', 'vip', 'x')])
    expect(runsOnlyWith(cluster, 'vip', 'haproxy')).not.toHaveProperty('counterexample')
  })
})
