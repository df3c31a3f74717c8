import { describe, expect, it } from 'vitest'
import { readCib } from '../../src/cib/index.js'
import { defeatedOrders } from '../../src/graph/analysis/implied-orders.js'
import {
  failureImpact,
  impliedOrders,
  neverRunsWith,
  startPlan,
  startsAfter,
  stepInWords,
  why,
} from '../../src/graph/index.js'
import type { Cluster } from '../../src/model/index.js'
import { cibText, xml } from '../support/cib-text.js'

const { primitive, group, clone, order, colocation, set, sets } = xml

const clusterOf = (resources: readonly string[], constraints: readonly string[]) =>
  readCib(cibText({ resources, constraints })).output as Cluster

const database = clone('db-clone', primitive('db', {}, 'Stateful'), { promotable: 'true' })
const cloud = () =>
  clusterOf(
    [
      primitive('vip'),
      clone('haproxy-clone', primitive('haproxy')),
      database,
      group('core', [primitive('keystone'), primitive('glance')]),
      primitive('volume'),
      primitive('backup'),
    ],
    [
      order('vip-haproxy', 'vip', 'haproxy-clone', { kind: 'Optional' }),
      order('haproxy-core', 'haproxy-clone', 'core'),
      order('db-core', 'db-clone', 'core', { 'first-action': 'promote', 'then-action': 'start' }),
      order('core-volume', 'core', 'volume'),
      order('core-backup', 'core', 'backup', { symmetrical: 'false' }),
    ],
  )

describe('why one resource starts after another', () => {
  it('is the shortest chain, each step with its order', () => {
    const cluster = cloud()
    expect(why(cluster, 'db-clone', 'volume')?.map((step) => stepInWords(cluster, step))).toEqual([
      '"db-clone" is promoted only after "db-clone" has started ("db-clone" is promotable)',
      '"db-clone" counts as promoted only after "db-clone" begins to be promoted (it is part of "db-clone")',
      '"core" starts only after "db-clone" has been promoted (db-core)',
      '"core" counts as started only after "core" begins to start (it is part of "core")',
      '"volume" starts only after "core" has started (core-volume)',
    ])
  })

  it('is nothing where the other need not wait', () => {
    const cluster = cloud()
    expect(why(cluster, 'volume', 'db-clone')).toBeUndefined()
    expect(why(cluster, 'vip', 'vip')).toBeUndefined()
  })

  it('is nothing where only a stop of the other is between', () => {
    const orders = [
      order('1', 'a', 'b', { 'first-action': 'start', 'then-action': 'stop', symmetrical: 'false' }),
    ]
    expect(why(clusterOf([primitive('a'), primitive('b')], orders), 'a', 'b')).toBeUndefined()
  })

  it('is nothing where others are enough', () => {
    const enough = { sequential: 'false', 'require-all': 'false' }
    const constraint = sets('rsc_order', 's', [set('s1', ['a', 'b'], enough), set('s2', ['c'])])
    const cluster = clusterOf(
      ['a', 'b', 'c'].map((id) => primitive(id)),
      [constraint],
    )
    expect(why(cluster, 'a', 'c')).toBeUndefined()
  })

  it('sees through sets without listing their pairs', () => {
    const ids = ['a', 'b', 'c', 'd', 'e', 'f']
    const loose = { sequential: 'false' }
    const constraint = sets('rsc_order', 's', [
      set('s1', ids.slice(0, 3), loose),
      set('s2', ids.slice(3), loose),
    ])
    const cluster = clusterOf(
      ids.map((id) => primitive(id)),
      [constraint],
    )
    expect(why(cluster, 'a', 'f')).toMatchObject([
      { from: { resource: 'a' }, to: { resource: 'f' }, cause: { id: 's' } },
    ])
    expect(why(cluster, 'a', 'b')).toBeUndefined()
  })
})

describe('whether one resource starts after another', () => {
  it('is guaranteed by a chain of steps, for the resource named first', () => {
    const cluster = cloud()
    const { verdict, reason, steps } = startsAfter(cluster, 'volume', 'core')
    expect([verdict, reason]).toEqual([
      'guaranteed',
      '"volume" starts only after "core" has started (core-volume)',
    ])
    expect(steps).toEqual(why(cluster, 'core', 'volume'))
    expect(startsAfter(cluster, 'core', 'volume')).toEqual({
      verdict: 'not-guaranteed',
      reason: 'no chain of orders makes "core" start after "volume"',
      steps: [],
    })
    expect(startsAfter(cluster, 'vip', 'vip').verdict).toBe('not-guaranteed')
  })

  it('is not so of a resource and itself, in a cycle of orders too', () => {
    const cluster = clusterOf(
      [primitive('a'), clone('all', primitive('b'))],
      [order('ab', 'a', 'all'), order('ba', 'all', 'a')],
    )
    expect(startsAfter(cluster, 'a', 'all').verdict).toBe('guaranteed')
    for (const id of ['a', 'all'])
      expect(startsAfter(cluster, id, id)).toEqual({
        verdict: 'not-guaranteed',
        reason: `"${id}" is the same resource`,
        steps: [],
      })
  })
})

describe('whether two resources never share a node', () => {
  const resources = [primitive('a'), primitive('b'), primitive('c'), primitive('d')]
  const constraints = [
    colocation('c-d', 'c', 'd', { score: '-INFINITY' }),
    colocation('a-c', 'a', 'c'),
    colocation('b-d', 'b', 'd'),
  ]

  it('follows from what each runs only with, in either direction', () => {
    const cluster = clusterOf(resources, constraints)
    const guaranteed = { verdict: 'guaranteed', reason: '"c-d" separates "c" from "d"' }
    expect(neverRunsWith(cluster, 'a', 'b')).toEqual(guaranteed)
    expect(neverRunsWith(cluster, 'b', 'a')).toEqual(guaranteed)
    expect(neverRunsWith(cluster, 'a', 'c')).toEqual({
      verdict: 'not-guaranteed',
      reason: 'no colocation of -INFINITY separates "a" from "c"',
    })
  })

  it('is not guaranteed for what is not managed, nor for a resource with itself', () => {
    const unmanaged = [primitive('c', { 'is-managed': 'false' }), primitive('d')]
    expect(neverRunsWith(clusterOf(unmanaged, constraints.slice(0, 1)), 'd', 'c')).toEqual({
      verdict: 'not-guaranteed',
      reason: '"c" is not managed, so it stays where it is',
    })
    expect(neverRunsWith(clusterOf(resources, constraints), 'a', 'a').verdict).toBe('not-guaranteed')
  })
})

describe('a start of everything', () => {
  it('goes level by level; a promotion takes one', () => {
    expect(startPlan(cloud())).toEqual({
      levels: [['vip', 'db'], ['haproxy'], ['keystone'], ['glance'], ['volume', 'backup']],
      longestChain: ['vip', 'haproxy', 'keystone', 'glance', 'volume'],
      neverStart: [],
    })
  })

  it('names what never starts', () => {
    const resources = ['a', 'b', 'c', 'd'].map((id) => primitive(id))
    const cluster = clusterOf(resources, [order('1', 'a', 'b'), order('2', 'b', 'a'), order('3', 'b', 'c')])
    expect(startPlan(cluster)).toEqual({ levels: [['d']], longestChain: ['d'], neverStart: ['a', 'b', 'c'] })
  })
})

describe('the failure of a resource', () => {
  const nothing = { stopped: [], notStarted: [], leavesNode: [], uncertain: [], delayed: [] }

  it('takes down, keeps from starting, or delays', () => {
    const cluster = cloud()
    expect(failureImpact(cluster, 'db-clone')).toEqual({
      ...nothing,
      stopped: ['core', 'keystone', 'glance', 'volume'],
      notStarted: ['backup'],
    })
    expect(failureImpact(cluster, 'vip')).toEqual({
      ...nothing,
      delayed: ['haproxy-clone', 'haproxy', 'core', 'keystone', 'glance', 'volume', 'backup'],
    })
  })

  it('of one of several that are enough delays only', () => {
    const enough = { sequential: 'false', 'require-all': 'false' }
    const constraint = sets('rsc_order', 's', [set('s1', ['a', 'b'], enough), set('s2', ['c'])])
    const cluster = clusterOf(
      ['a', 'b', 'c'].map((id) => primitive(id)),
      [constraint],
    )
    expect(failureImpact(cluster, 'a')).toEqual({ ...nothing, delayed: ['c'] })
  })

  it('takes down what is placed with it, where it runs nowhere else', () => {
    const cluster = clusterOf(
      [primitive('vip'), clone('haproxy-clone', primitive('haproxy'))],
      [colocation('c', 'vip', 'haproxy-clone')],
    )
    expect(failureImpact(cluster, 'haproxy')).toEqual({ ...nothing, stopped: ['vip'] })
    expect(failureImpact(cluster, 'haproxy', { node: 'n2' })).toEqual({ ...nothing, leavesNode: ['vip'] })
    expect(failureImpact(cluster, 'vip')).toEqual(nothing)
  })

  it('may leave behind what is in a group with what moves for its sake', () => {
    const cluster = clusterOf(
      [
        group('g', [primitive('ga'), primitive('gb')]),
        group('h', [primitive('ha'), primitive('hb')]),
        primitive('after'),
      ],
      [
        colocation('c', 'ha', 'ga'),
        order('o', 'gb', 'after'),
        '<rsc_location id="l" rsc="gb" node="n2" score="-INFINITY"/>',
      ],
    )
    expect(failureImpact(cluster, 'hb', { node: 'n1' }).uncertain).toEqual(['gb', 'after'])
    expect(failureImpact(cluster, 'hb').uncertain).toEqual([])
  })

  it('may stop what waits for a bundle that must be with another resource', () => {
    const bundle = '<bundle id="b"><podman image="x" replicas="2"/></bundle>'
    const cluster = clusterOf(
      [bundle, primitive('p'), primitive('after')],
      [colocation('c', 'b', 'p'), order('o', 'b', 'after')],
    )
    expect(failureImpact(cluster, 'b', { node: 'n1' }).uncertain).toEqual(['after'])
  })

  it('stops what must be with a clone, though another colocation contradicts that', () => {
    const cluster = clusterOf(
      [clone('c', primitive('ci')), primitive('p')],
      [colocation('1', 'c', 'p', { score: '-INFINITY' }), colocation('2', 'p', 'c')],
    )
    expect(failureImpact(cluster, 'c').stopped).toEqual(['p'])
  })

  it('is uncertain where only loads bring together what a resource must be with', () => {
    const resources = [
      primitive('disk'),
      primitive('address'),
      primitive('app'),
      primitive('after'),
      primitive('x'),
    ]
    const apart = [
      colocation('1', 'app', 'disk'),
      colocation('2', 'app', 'address'),
      order('o', 'app', 'after'),
    ]
    expect(failureImpact(clusterOf(resources, apart), 'x', { node: 'n1' }).uncertain).toEqual([
      'app',
      'after',
    ])
    const joined = [...apart, colocation('3', 'address', 'disk')]
    expect(failureImpact(clusterOf(resources, joined), 'x', { node: 'n1' }).uncertain).toEqual([])
  })

  it('may stop what only prefers a clone, and is bound to a node where that has failed', () => {
    const bound = [
      primitive('db'),
      primitive('vip'),
      primitive('x'),
      clone('proxy-clone', primitive('proxy')),
    ]
    const prefers = colocation('1', 'vip', 'proxy-clone', { score: '1000' })
    const cluster = clusterOf(bound, [prefers, colocation('2', 'vip', 'db')])
    expect(failureImpact(cluster, 'proxy', { node: 'n1' }).uncertain).toEqual(['vip'])
    expect(failureImpact(cluster, 'proxy').uncertain).toEqual([])
    expect(failureImpact(clusterOf(bound, [prefers]), 'proxy', { node: 'n1' }).uncertain).toEqual([])
  })

  it('does not follow orders of stops, nor a Mandatory order that an earlier one defeats', () => {
    const resources = [primitive('a'), primitive('b')]
    const stops = order('s', 'b', 'a', { 'first-action': 'stop', 'then-action': 'stop' })
    expect(failureImpact(clusterOf(resources, [stops]), 'a').stopped).toEqual([])
    const orders = [order('1', 'a', 'b', { symmetrical: 'false' }), order('2', 'a', 'b')]
    expect(failureImpact(clusterOf(resources, orders), 'a')).toEqual({ ...nothing, notStarted: ['b'] })
    expect(failureImpact(clusterOf(resources, [...orders].reverse()), 'a').stopped).toEqual(['b'])
  })

  it('reaches an interleaved clone where the other has failed', () => {
    const interleave = { interleave: 'true' }
    const cluster = clusterOf(
      [clone('base', primitive('a'), interleave), clone('top', primitive('b'), interleave)],
      [order('o', 'base', 'top')],
    )
    expect(failureImpact(cluster, 'base', { node: 'n1' })).toEqual({ ...nothing, leavesNode: ['top', 'b'] })
    expect(failureImpact(cluster, 'base').stopped).toEqual(['top', 'b'])
  })

  it('is uncertain where a member of a group is placed with what its group is not', () => {
    const cluster = clusterOf(
      [group('g', [primitive('ip'), primitive('nfs')]), primitive('disk')],
      [colocation('c', 'nfs', 'disk')],
    )
    expect(failureImpact(cluster, 'disk', { node: 'n1' })).toEqual({ ...nothing, uncertain: ['nfs'] })
    expect(failureImpact(cluster, 'disk')).toEqual({ ...nothing, stopped: ['nfs'], uncertain: ['ip'] })
  })
})

describe('orders that others imply', () => {
  const resources = ['a', 'b', 'c'].map((id) => primitive(id))
  const asked = (constraints: readonly string[], more = '') => {
    const cluster = readCib(cibText({ resources, constraints, more })).output as Cluster
    return {
      implied: impliedOrders(cluster).map(({ constraint }) => constraint.id),
      defeated: defeatedOrders(cluster).map(({ constraint, isWhole }) => [constraint.id, isWhole]),
    }
  }
  const [optional, oneWay, serialize] = [
    { kind: 'Optional' },
    { symmetrical: 'false' },
    { kind: 'Serialize' },
  ] as const

  it('are those behind one that orders the same actions as hard', () => {
    expect(asked([order('1', 'a', 'b'), order('2', 'a', 'b')])).toEqual({ implied: ['2'], defeated: [] })
    expect(asked([order('1', 'a', 'b'), order('2', 'a', 'b', optional)]).implied).toEqual(['2'])
    expect(asked([order('1', 'a', 'b'), sets('rsc_order', '2', [set('s', ['a', 'b'])])]).implied).toEqual([
      '2',
    ])
    expect(asked([order('1', 'a', 'b', oneWay), order('2', 'a', 'b', optional)]).implied).toEqual([])
  })

  it('are none with a set that another constraint refers to', () => {
    const listed = sets('rsc_order', '2', [set('s', ['a', 'b'])])
    const referring = sets('rsc_order', '3', ['<resource_set id-ref="s"/>'])
    expect(asked([order('1', 'a', 'b'), listed, referring]).implied).toEqual(['3'])
  })

  it('are none behind one that is not always there', () => {
    const until =
      '<lifetime><rule id="r" score="0"><date_expression id="e" operation="lt" end="2020-01-01"/></rule></lifetime>'
    const passing = order('1', 'a', 'b').replace('/>', `>${until}</rsc_order>`)
    expect(asked([passing, order('2', 'a', 'b')])).toEqual({ implied: [], defeated: [] })
    expect(asked([order('2', 'a', 'b'), passing]).implied).toEqual(['1'])
  })

  it('are none that a chain repeats, which a lost node breaks', () => {
    expect(asked([order('1', 'a', 'b'), order('2', 'b', 'c'), order('3', 'a', 'c')])).toEqual({
      implied: [],
      defeated: [],
    })
  })

  it('are defeated where a weaker one comes first', () => {
    expect(asked([order('1', 'a', 'b', optional), order('2', 'a', 'b')])).toEqual({
      implied: [],
      defeated: [['2', true]],
    })
    for (const weaker of [oneWay, serialize, { ...optional, ...oneWay }]) {
      expect(asked([order('1', 'a', 'b', weaker), order('2', 'a', 'b')]).defeated).toEqual([['2', false]])
    }
    expect(asked([order('1', 'a', 'b', serialize), order('2', 'a', 'b', optional)]).defeated).toEqual([])
  })

  it('are defeated in sets and through tags, too', () => {
    const listed = sets('rsc_order', '1', [set('s', ['a', 'b', 'c'])], optional)
    expect(asked([listed, order('2', 'b', 'c')]).defeated).toEqual([['2', true]])
    expect(asked([listed, order('2', 'a', 'c')]).defeated).toEqual([])
    const tags = '<tags><tag id="t"><obj_ref id="a"/><obj_ref id="b"/></tag></tags>'
    expect(asked([order('1', 't', 'c', optional), order('2', 'a', 'c')], tags).defeated).toEqual([
      ['2', true],
    ])
    const loose = [set('s', ['a', 'b'], { sequential: 'false' }), set('t', ['c'])]
    expect(asked([order('1', 'a', 'c', optional), sets('rsc_order', '2', loose)]).defeated).toEqual([
      ['2', false],
    ])
  })
})
