import { join } from 'node:path'
import { type Cluster, check, type Reduction, readCib, reduce, reductionReport, toSvgPair } from 'lightcib'
import { runsOnlyWith } from 'lightcib/graph'
import { constraintsOf, resourcesOf } from 'lightcib/model'
import { describe, expect, test } from 'vitest'
import light from '../../fixtures/scenarios/light/cluster.js'
import mitaka from '../../fixtures/scenarios/mitaka-full/cluster.js'
import { cibText, xml } from '../support/cib-text.js'
import { root } from '../support/tools.js'
import { expectFile } from '../support/update.js'

const keep = resourcesOf(light).map(({ id }) => id)

function reduced(full: Cluster, options: Parameters<typeof reduce>[1]): Reduction {
  const { output, diagnostics } = reduce(full, options)
  expect(diagnostics).toEqual([])
  return output as Reduction
}

describe('the full architecture reduced to the light one', () => {
  const { light: result, kept, moved, removed } = reduced(mitaka, { keep })

  test('keeps the resources and constraints of the light scenario, and no others', () => {
    const ids = (cluster: Cluster) => [
      resourcesOf(cluster)
        .map(({ id }) => id)
        .sort(),
      constraintsOf(cluster)
        .map(({ id }) => id)
        .sort(),
    ]
    expect(ids(result)).toEqual(ids(light))
    expect([kept.length, moved.length, removed.length]).toEqual([12, 35, 62])
  })

  test('differs from it in the times of the RabbitMQ and Redis agents alone, which Newton raised', () => {
    const changed = resourcesOf(light).filter((resource) => {
      const other = resourcesOf(result).find(({ id }) => id === resource.id)
      return JSON.stringify(other) !== JSON.stringify(resource)
    })
    expect(changed.map(({ id }) => id)).toEqual(['rabbitmq-clone', 'redis-master'])
  })

  test('has no ordering cycle, and every virtual IP runs only with HAProxy', () => {
    expect(check(result).filter(({ code }) => code !== 'meta-ignored')).toEqual([])
    for (const { id } of resourcesOf(result).filter((resource) => resource.id.startsWith('ip-'))) {
      expect(runsOnlyWith(result, id, 'haproxy-clone').verdict).toBe('guaranteed')
    }
  })
})

test('orders that follow only from openstack-core are reported, and can be bridged', () => {
  const dropped = reduced(mitaka, { keep })
  expect(
    dropped.droppedOrders.map(
      ({ first, firstAction, then, kind }) => `${firstAction} ${first} then ${then} ${kind}`,
    ),
  ).toEqual([
    'start haproxy-clone then openstack-cinder-volume Mandatory',
    'start rabbitmq-clone then openstack-cinder-volume Mandatory',
    'promote galera-master then openstack-cinder-volume Mandatory',
  ])
  const galera = dropped.droppedOrders.at(-1)
  expect(galera?.through).toEqual([
    'openstack-core-clone',
    'openstack-cinder-api-clone',
    'openstack-cinder-scheduler-clone',
  ])

  const bridged = reduced(mitaka, { keep, guarantees: 'bridge' })
  expect(constraintsOf(bridged.light).map(({ id }) => id)).toContain(
    'order-galera-master-openstack-cinder-volume-Mandatory',
  )
  expect(check(bridged.light).filter(({ code }) => code !== 'meta-ignored')).toEqual([])
})

test('the report lists what stays, what leaves, and what has to retry', () => {
  const report = reductionReport(reduced(mitaka, { keep }))
  expect(report).toContain('openstack-cinder-volume starts only after galera-master has been promoted')
  expect(report).toContain(
    'httpd-clone (systemd:httpd): systemd runs httpd.service; has to retry until haproxy-clone, rabbitmq-clone and galera-master run',
  )
})

describe('guarantees between resources that stay are reported and bridged', () => {
  const { primitive, group, clone, order, colocation } = xml
  const [a, x, b] = ['a', 'x', 'b'].map((id) => primitive(id)) as [string, string, string]
  const roles = clone('m-clone', primitive('m', {}, 'Stateful'), { promotable: 'true' })
  const oneWay = { symmetrical: 'false' }
  const stops = { ...oneWay, 'first-action': 'stop', 'then-action': 'stop' }

  test.each([
    [
      'an order before a promotion',
      [a, x, roles],
      [
        order('o1', 'a', 'x'),
        order('o2', 'x', 'm-clone', { 'first-action': 'start', 'then-action': 'promote' }),
      ],
      ['start a, promote m-clone: Mandatory'],
    ],
    [
      'an order before a group member',
      [a, x, group('m-clone', [primitive('m'), b])],
      [order('o1', 'a', 'x'), order('o2', 'x', 'b')],
      ['start a, start b: Mandatory'],
    ],
    [
      'an order of the starts alone',
      [a, x, primitive('m-clone')],
      [order('o1', 'a', 'x', oneWay), order('o2', 'x', 'm-clone')],
      ['start a, start m-clone: Mandatory one way'],
    ],
    [
      'an order of the stops',
      [a, x, primitive('m-clone')],
      [order('o1', 'a', 'x', stops), order('o2', 'x', 'm-clone', stops)],
      ['stop a, stop m-clone: Mandatory one way'],
    ],
    [
      'a Mandatory order of which an Optional one is left',
      [a, x, primitive('m-clone')],
      [order('o1', 'a', 'x'), order('o2', 'x', 'm-clone'), order('o3', 'a', 'm-clone', { kind: 'Optional' })],
      ['start a, start m-clone: Mandatory'],
    ],
    [
      'nothing where a stop is between the two',
      [a, x, primitive('m-clone')],
      [
        order('o1', 'a', 'x', { ...oneWay, 'first-action': 'start', 'then-action': 'stop' }),
        order('o2', 'x', 'm-clone'),
      ],
      [],
    ],
  ] as const)('%s', (_, resources, constraints, expected) => {
    const full = readCib(cibText({ resources, constraints })).output as Cluster
    const { light: bridged, droppedOrders } = reduced(full, { keep: ['a', 'm-clone'], guarantees: 'bridge' })
    expect(
      droppedOrders.map(
        ({ first, firstAction, then, thenAction, kind, symmetrical }) =>
          `${firstAction} ${first}, ${thenAction} ${then}: ${kind}${symmetrical ? '' : ' one way'}`,
      ),
    ).toEqual(expected)
    expect(check(bridged).filter(({ severity }) => severity === 'error')).toEqual([])
  })

  test('a colocation of a group member, bridged under another id where its own is used', () => {
    const full = readCib(
      cibText({
        resources: [a, x, group('g', [b, primitive('colocation-a-b-INFINITY')])],
        constraints: [colocation('c1', 'a', 'x'), colocation('c2', 'x', 'b')],
      }),
    ).output as Cluster
    const { light: bridged, droppedColocations } = reduced(full, { keep: ['a', 'g'], guarantees: 'bridge' })
    expect(droppedColocations).toEqual([{ rsc: 'a', withRsc: 'b' }])
    expect(constraintsOf(bridged).map(({ id }) => id)).toEqual(['colocation-a-b-INFINITY-1'])
    expect(runsOnlyWith(bridged, 'a', 'b').verdict).toBe('guaranteed')
  })
})

test('a tag is kept without what leaves; a tag of nothing else is removed with its constraints', () => {
  const { primitive, order } = xml
  const tags =
    '<tags><tag id="some"><obj_ref id="a"/><obj_ref id="x"/></tag><tag id="none"><obj_ref id="x"/></tag></tags>'
  const full = readCib(
    cibText({
      resources: ['a', 'b', 'x'].map((id) => primitive(id)),
      constraints: [order('o1', 'some', 'b'), order('o2', 'none', 'b')],
      more: tags,
    }),
  ).output as Cluster
  const { light: result, removed } = reduced(full, { keep: ['a', 'b'] })
  expect(result.configuration.tags?.items).toMatchObject([{ id: 'some', objRefs: [{ id: 'a' }] }])
  expect(constraintsOf(result).map(({ id }) => id)).toEqual(['o1'])
  expect(removed).toMatchObject([{ constraint: { id: 'o2' }, gone: ['none'] }])
  expect(check(result).filter(({ code }) => code === 'unknown-reference')).toEqual([])
})

test('an id to keep that no resource has is an error with a suggestion', () => {
  const { output, diagnostics } = reduce(mitaka, { keep: ['haproxi-clone'] })
  expect(output).toBeUndefined()
  expect(diagnostics).toMatchObject([
    {
      code: 'unknown-reference',
      message: 'keep refers to "haproxi-clone": no resource has that id',
      hint: 'did you mean "haproxy-clone"?',
    },
  ])
})

test('fixtures/reductions/mitaka-to-light shows both, side by side, and the report', async () => {
  const reduction = reduced(mitaka, { keep })
  const folder = join(root, 'fixtures/reductions/mitaka-to-light')
  expectFile(join(folder, 'report.txt'), reductionReport(reduction))
  expectFile(join(folder, 'graph.svg'), (await toSvgPair(mitaka, reduction.light)).output)
})
