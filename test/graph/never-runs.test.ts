import { expect, test } from 'vitest'
import { neverRuns } from '../../src/graph/index.js'
import {
  clone,
  cluster,
  colocation,
  expression,
  group,
  location,
  locationRule,
  ocf,
  order,
  orderSets,
  rule,
} from '../../src/index.js'

const dummy = (id: string) => ocf.heartbeat.Dummy(id)

test('a clone that needs a resource that runs once leaves the other nodes free', () => {
  const once = dummy('once')
  const service = dummy('service')
  const beside = clone(dummy('beside'))
  const found = neverRuns(
    cluster({
      nodes: ['node1', 'node2', 'node3'],
      resources: [once, beside, service],
      constraints: [colocation(beside, once), colocation(service, beside, { score: '-INFINITY' })],
    }),
  )
  expect(found).toEqual([])
})

test('a clone that runs on every node leaves none free', () => {
  const service = dummy('service')
  const everywhere = clone(dummy('everywhere'))
  const found = neverRuns(
    cluster({
      nodes: ['node1', 'node2', 'node3'],
      resources: [everywhere, service],
      constraints: [colocation(service, everywhere, { score: '-INFINITY' })],
    }),
  )
  expect(found).toHaveLength(1)
})

test('a colocation of INFINITY does not raise a negative score', () => {
  const ids = (score: string) => {
    const [once, service] = [dummy('once'), dummy('service')]
    const avoided = [location(service, 'node1', -5), location(once, 'node1', 100)]
    const all = { nodes: ['node1'], resources: [once, service] }
    return neverRuns(cluster({ ...all, constraints: [colocation(service, once, { score }), ...avoided] }))
  }
  expect(ids('INFINITY').map(({ resource }) => resource)).toEqual(['service'])
  expect(ids('500')).toEqual([])
})

test('an order of starts alone between clones delays no interleaved one', () => {
  const ids = (meta: { interleave: boolean }, symmetrical: boolean) => {
    const [first, then] = [clone(dummy('first')), clone(dummy('then'), { meta })]
    const banned = location(first, 'node1', '-INFINITY')
    const constraints = [banned, order(first, then, { symmetrical })]
    return neverRuns(cluster({ nodes: ['node1'], resources: [first, then], constraints })).map(
      ({ resource }) => resource,
    )
  }
  expect(ids({ interleave: true }, false)).toEqual(['first'])
  expect(ids({ interleave: false }, false)).toEqual(['first', 'then'])
  expect(ids({ interleave: true }, true)).toEqual(['first', 'then'])
})

test('a cause has what decides which colocation of a cycle is left out', () => {
  const [before, free, first, middle, last] = ['before', 'free', 'first', 'middle', 'last'].map(dummy)
  const all = clone(before as never)
  const found = neverRuns(
    cluster({
      nodes: ['node1', 'node2', 'node3'],
      resources: [all, free as never, group('g', [first as never, middle as never, last as never])],
      constraints: [
        colocation('free', 'middle', { id: 'apart', score: '-INFINITY' }),
        colocation('last', 'free', { id: 'together' }),
        colocation(all, 'first', { id: 'earlier' }),
      ],
    }),
  )
  expect(found.map(({ resource }) => resource)).toEqual(['last'])
  expect(found[0]?.constraints.map(({ id }) => id)).toEqual(['apart', 'together', 'earlier'])
})

test('a clone runs nowhere by negative scores that nothing raises', () => {
  const ids = (score: number) => {
    const service = clone(dummy('service'), { id: 'all' })
    const constraints = ['node1', 'node2'].map((node) => location('all', node, score))
    return neverRuns(cluster({ nodes: ['node1', 'node2'], resources: [service], constraints })).map(
      ({ resource }) => resource,
    )
  }
  expect(ids(-50)).toEqual(['service'])
  expect(ids(-1)).toEqual([])
})

const nodes = ['node1', 'node2', 'node3']
const bannedFrom = (id: string, names: readonly string[] = nodes) =>
  names.map((node) => location(id, node, '-INFINITY'))

test('a colocation that closes a cycle delays the start until a clone can start, but not a clone of a group', () => {
  const ids = (inner: Parameters<typeof clone>[0]) => {
    const [all, service] = [clone(inner, { id: 'all' }), dummy('service')]
    const cycle = [colocation(service, 'all'), colocation('all', service, { score: -100 })]
    const constraints = [...cycle, ...bannedFrom('all')] as never
    return neverRuns(cluster({ nodes, resources: [all, service], constraints })).map(
      ({ resource }) => resource,
    )
  }
  expect(ids(dummy('inner'))).toEqual(['inner', 'service'])
  expect(ids(group('g', [dummy('inner'), dummy('other')]))).toEqual(['inner', 'other'])
})

test('a resource on a node of the same site needs another to be somewhere', () => {
  const ids = (collocated: boolean) => {
    const members = group('g', [dummy('first'), dummy('last')], { meta: { collocated } })
    const service = dummy('service')
    const near = colocation(service, 'g', { nodeAttribute: 'site' })
    const constraints = [near, ...bannedFrom('first')] as never
    return neverRuns(cluster({ nodes, resources: [members, service], constraints })).map(
      ({ resource }) => resource,
    )
  }
  expect(ids(true)).toEqual(['first', 'last', 'service'])
  expect(ids(false)).not.toContain('service')
})

test('a resource after a set of which some are enough needs one of them, whatever the kind', () => {
  const [one, other, then] = ['one', 'other', 'then'].map(dummy) as [never, never, never]
  const sets = [
    { resources: [one, other], sequential: false, requireAll: false },
    { resources: [then] },
  ] as never
  const ids = (...names: readonly string[]) =>
    neverRuns(
      cluster({
        nodes,
        resources: [one, other, then],
        constraints: [
          orderSets(sets, { kind: 'Optional' }),
          ...names.flatMap((id) => bannedFrom(id)),
        ] as never,
      }),
    ).map(({ resource }) => resource)
  expect(ids('one')).toEqual(['one'])
  expect(ids('one', 'other')).toEqual(['one', 'other', 'then'])
})

test('what avoids a clone and prefers its node does not drive it away by a lower score', () => {
  const ids = (score: number) => {
    const [all, service] = [clone(dummy('inner'), { id: 'all' }), dummy('service')]
    const constraints = [
      colocation(service, 'all', { score: '-INFINITY' }),
      location('all', 'node1', 10),
      location(service, 'node1', score),
      ...bannedFrom('service', ['node2', 'node3']),
    ] as never
    return neverRuns(cluster({ nodes, resources: [all, service], constraints })).map(
      ({ resource }) => resource,
    )
  }
  expect(ids(10)).toEqual(['service'])
  expect(ids(20)).toEqual([])
})

test('what needs a member of a group and is kept from a later one finds no node', () => {
  const ids = (needed: string, avoided: string, ...more: readonly unknown[]) => {
    const members = group('g', ['m1', 'm2', 'm3'].map(dummy) as never)
    const service = dummy('service')
    const apart = colocation(service, avoided, { score: '-INFINITY' })
    const constraints = [colocation(service, needed), apart, ...more] as never
    return neverRuns(cluster({ nodes, resources: [members, service], constraints })).map(
      ({ resource, constraints: by }) => [resource, by.length],
    )
  }
  expect(ids('m1', 'm3')).toEqual([['service', 2]])
  expect(ids('m3', 'm1')).toEqual([['service', 2]])
  expect(ids('m1', 'm3', location('m3', 'node1', '-INFINITY'))).toEqual([])
})

test('a rule may ask for an attribute that an agent sets', () => {
  const asking = (
    attribute: string,
    ...setters: readonly (ReturnType<typeof dummy> | ReturnType<typeof clone>)[]
  ) => {
    const service = dummy('service')
    const constraints = [
      locationRule(service, rule({ score: '-INFINITY' }, expression(attribute, 'not_defined'))),
    ]
    return neverRuns(cluster({ nodes: ['node1'], resources: [...setters, service], constraints })).length
  }
  const mysql = (parameters: object) => clone(ocf.heartbeat.mysql('db', parameters))
  expect(asking('readable')).toBe(1)
  expect(asking('readable', mysql({}))).toBe(0)
  expect(asking('readable', mysql({ reader_attribute: 'reads' }))).toBe(1)
  expect(asking('reads', mysql({ reader_attribute: 'reads' }))).toBe(0)
  const sap = ocf.heartbeat.SAPInstance('ers', { InstanceName: 'A_ERS10_h' })
  expect(asking('runs_ers_A', sap)).toBe(0)
  expect(asking('openstack_id', clone(ocf.heartbeat['openstack-info']('info')))).toBe(0)
})
