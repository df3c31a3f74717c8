import { expect, it } from 'vitest'
import { readCib } from '../../src/cib/index.js'
import { orderCycleDiagnostics } from '../../src/graph/analysis/cycle-diagnostics.js'
import { runsOnlyWith } from '../../src/graph/index.js'
import type { Cluster } from '../../src/model/index.js'
import { cibText, xml } from '../support/cib-text.js'
import { colocationTruth, endOf, isViolation } from '../support/colocation-oracle.js'
import { orderTruth } from '../support/order-oracle.js'
import { describeWith } from '../support/tools.js'

const { primitive, bundle, clone, colocation, location, order } = xml
const remote = '<primitive id="far" class="ocf" provider="pacemaker" type="remote"/>'
const guest = primitive('vm', { 'remote-node': 'inner' })
const web = clone('web-clone', primitive('web'))
const weak = colocation('c', 'vip', 'web-clone', { score: '50' })
const ticket = '<rsc_ticket id="t" rsc="db" ticket="site" loss-policy="stop"/>'

/** Clusters with nodes that the cluster software does not run on, and what the verdict has to respect. */
const rows = [
  ['a remote node', [primitive('vip'), web, remote], [weak]],
  ['a guest node', [primitive('vip'), web, guest], [weak]],
  ['both', [primitive('vip'), web, remote, guest], [weak]],
  [
    'a remote node that alone may run it',
    [primitive('vip'), web, remote],
    [weak, ...['n1', 'n2'].map((node) => location(`l-${node}`, 'vip', node, '-INFINITY'))],
  ],
  [
    'a guest node whose machine runs nowhere',
    [primitive('vip'), web, guest],
    [weak, ...['n1', 'n2'].map((node) => location(`l-${node}`, 'vm', node, '-INFINITY'))],
  ],
  [
    'a guest node whose machine starts after it',
    [primitive('vip'), web, guest],
    [weak, order('o', 'vip', 'vm')],
  ],
  [
    'a ticket of what it waits for',
    [primitive('vip'), web, primitive('db')],
    [weak, order('o', 'db', 'vip'), ticket],
  ],
] as const

describeWith(['crm_simulate', 'prlimit'], 'a verdict respects', () => {
  it.each(rows)('%s', async (_, resources, constraints) => {
    const cib = cibText({ resources, constraints, nodes: ['n1', 'n2'] })
    const cluster = readCib(cib).output as Cluster
    const { verdict, counterexample } = runsOnlyWith(cluster, 'vip', 'web')
    const { violations } = await colocationTruth(cluster, 'vip', 'web')
    if (violations.length > 0) expect(verdict).not.toBe('guaranteed')
    else expect(counterexample).toBeUndefined()
    const end = counterexample && (await endOf(cluster, 'vip', 'web', counterexample))
    expect(end === undefined || isViolation(end)).toBe(true)
    if (end !== undefined) expect(counterexample?.rsc).toEqual(expect.arrayContaining([...end.rsc]))
  })
})

describeWith(['crm_simulate', 'prlimit'], 'a remote node that no location allows', () => {
  it('does not hide what happens on the others', async () => {
    const allowed = ['vip', 'web-clone'].flatMap((id) =>
      ['n1', 'n2'].map((node) => location(`${id}-${node}`, id, node, '0')),
    )
    const cib = cibText({
      resources: [primitive('vip'), web, remote],
      constraints: [weak, ...allowed, location('lost', 'web-clone', 'far', 'INFINITY')],
      properties: { 'symmetric-cluster': 'false' },
      nodes: ['n1', 'n2'],
    })
    const cluster = readCib(cib).output as Cluster
    const { counterexample } = runsOnlyWith(cluster, 'vip', 'web')
    const end = counterexample && (await endOf(cluster, 'vip', 'web', counterexample))
    expect(end !== undefined && isViolation(end)).toBe(true)
  })
})

const asym = { symmetrical: 'false' }
const pair = xml.group('pair', [primitive('one'), primitive('two')])

/** Orders with the machine of a guest node, whose effect depends on what runs on that node. */
const orderRows = [
  [
    'what prefers the guest node comes first',
    'warning',
    [guest, pair],
    [order('o', 'pair', 'vm'), location('l', 'pair', 'inner', '7')],
  ],
  [
    'what prefers another node comes first',
    'warning',
    [guest, pair],
    [order('o', 'pair', 'vm'), location('l', 'pair', 'n1', '7')],
  ],
  ...(['Mandatory', 'Optional'] as const).map(
    (kind) =>
      [
        `what is looked for on a remote node comes before it, ${kind}`,
        'error',
        [remote, pair],
        [order('o', 'pair', 'far', { kind, ...asym }), location('l', 'pair', 'far', '-INFINITY')],
      ] as const,
  ),
  [
    'what is not looked for on a remote node comes before it',
    undefined,
    [remote, pair],
    [order('o', 'pair', 'far'), location('l', 'pair', 'far', '-INFINITY', { 'resource-discovery': 'never' })],
  ],
  [
    'what is put on it comes first, and is ignored',
    undefined,
    [guest, primitive('vip')],
    [order('o', 'vip', 'vm', asym), location('l', 'vip', 'inner', 'INFINITY')],
  ],
  [
    'what is put on it comes first, and its inverse counts',
    'error',
    [guest, primitive('vip')],
    [order('o', 'vip', 'vm'), location('l', 'vip', 'inner', 'INFINITY')],
  ],
  [
    'what may run on it comes first',
    'warning',
    [guest, web, primitive('mid')],
    [order('o', 'web-clone', 'mid'), order('p', 'mid', 'vm', asym)],
  ],
  [
    'a bundle whose container is put on it comes first',
    'error',
    [guest, bundle('box', { replicas: '1' })],
    [order('o', 'box', 'vm', { kind: 'Optional' }), location('l', 'box', 'inner', 'INFINITY')],
  ],
  [
    'what cannot run on it comes first',
    'error',
    [guest, web, primitive('mid')],
    [
      order('o', 'web-clone', 'mid'),
      order('p', 'mid', 'vm', asym),
      location('l', 'mid', 'inner', '-INFINITY'),
    ],
  ],
] as const

describeWith(['crm_simulate', 'prlimit'], 'a cycle through a guest node, where', () => {
  it.each(orderRows)('%s', async (_, severity, resources, constraints) => {
    const cluster = readCib(cibText({ resources, constraints })).output as Cluster
    expect(orderCycleDiagnostics(cluster).map((finding) => finding.severity)).toEqual(
      severity === undefined ? [] : [severity],
    )
    const { verdict } = await orderTruth(cluster, true)
    if (severity === 'error') expect(verdict).toBe('cycle')
    if (severity === undefined) expect(verdict).toBe('none')
  })
})
