import { describe, expect, it } from 'vitest'
import { readCib } from '../../src/cib/index.js'
import {
  failureImpact,
  impliedOrders,
  orderGraph,
  startPlan,
  stepInWords,
  why,
} from '../../src/graph/index.js'
import type { Cluster } from '../../src/model/index.js'
import { cibText, xml } from '../support/cib-text.js'

const { primitive, group, clone, order, set, sets } = xml

const graphOf = (resources: readonly string[], constraints: readonly string[]) =>
  orderGraph(readCib(cibText({ resources, constraints })).output as Cluster)

const database = clone('db-clone', primitive('db', {}, 'Stateful'), { promotable: 'true' })
const cloud = () =>
  graphOf(
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
    const graph = cloud()
    expect(why(graph, 'db-clone', 'volume')?.map((step) => stepInWords(graph, step))).toEqual([
      'db-clone is promoted only after db-clone has started because the roles of db-clone',
      'db-clone counts as promoted only after db-clone begins to be promoted because it is part of db-clone',
      'core starts only after db-clone has been promoted because of db-core',
      'core counts as started only after core begins to start because it is part of core',
      'volume starts only after core has started because of core-volume',
    ])
  })

  it('is nothing where the other need not wait', () => {
    const graph = cloud()
    expect(why(graph, 'volume', 'db-clone')).toBeUndefined()
    expect(why(graph, 'vip', 'vip')).toBeUndefined()
    expect(why(graph, 'vip', 'nothing')).toBeUndefined()
  })

  it('is nothing where only a stop of the other stands between', () => {
    const orders = [
      order('1', 'a', 'b', { 'first-action': 'start', 'then-action': 'stop', symmetrical: 'false' }),
    ]
    expect(why(graphOf([primitive('a'), primitive('b')], orders), 'a', 'b')).toBeUndefined()
  })

  it('is nothing where others are enough', () => {
    const enough = { sequential: 'false', 'require-all': 'false' }
    const constraint = sets('rsc_order', 's', [set('s1', ['a', 'b'], enough), set('s2', ['c'])])
    const graph = graphOf(
      ['a', 'b', 'c'].map((id) => primitive(id)),
      [constraint],
    )
    expect(why(graph, 'a', 'c')).toBeUndefined()
  })

  it('sees through sets without listing their pairs', () => {
    const ids = ['a', 'b', 'c', 'd', 'e', 'f']
    const loose = { sequential: 'false' }
    const constraint = sets('rsc_order', 's', [
      set('s1', ids.slice(0, 3), loose),
      set('s2', ids.slice(3), loose),
    ])
    const graph = graphOf(
      ids.map((id) => primitive(id)),
      [constraint],
    )
    expect(why(graph, 'a', 'f')).toMatchObject([
      { from: { resource: 'a' }, to: { resource: 'f' }, cause: { id: 's' } },
    ])
    expect(why(graph, 'a', 'b')).toBeUndefined()
  })
})

describe('a start of everything', () => {
  it('goes in waves; a promotion takes one', () => {
    expect(startPlan(cloud())).toEqual({
      waves: [['vip', 'db'], ['haproxy'], ['keystone'], ['glance'], ['volume', 'backup']],
      longestChain: ['vip', 'haproxy', 'keystone', 'glance', 'volume'],
      stuck: [],
    })
  })

  it('names what never starts', () => {
    const resources = ['a', 'b', 'c', 'd'].map((id) => primitive(id))
    const graph = graphOf(resources, [order('1', 'a', 'b'), order('2', 'b', 'a'), order('3', 'b', 'c')])
    expect(startPlan(graph)).toEqual({ waves: [['d']], longestChain: ['d'], stuck: ['a', 'b', 'c'] })
  })
})

describe('the failure of a resource', () => {
  it('takes down, keeps from starting, or delays', () => {
    const graph = cloud()
    expect(failureImpact(graph, 'db-clone')).toEqual({
      takenDown: ['core', 'keystone', 'glance', 'volume'],
      notStarted: ['backup'],
      waits: [],
    })
    expect(failureImpact(graph, 'vip')).toEqual({
      takenDown: [],
      notStarted: [],
      waits: ['haproxy-clone', 'haproxy', 'core', 'keystone', 'glance', 'volume', 'backup'],
    })
    expect(failureImpact(graph, 'nothing')).toEqual({ takenDown: [], notStarted: [], waits: [] })
  })

  it('of one of several that are enough delays only', () => {
    const enough = { sequential: 'false', 'require-all': 'false' }
    const constraint = sets('rsc_order', 's', [set('s1', ['a', 'b'], enough), set('s2', ['c'])])
    const graph = graphOf(
      ['a', 'b', 'c'].map((id) => primitive(id)),
      [constraint],
    )
    expect(failureImpact(graph, 'a')).toEqual({ takenDown: [], notStarted: [], waits: ['c'] })
  })
})

describe('orders that others imply', () => {
  const resources = ['a', 'b', 'c'].map((id) => primitive(id))
  const implied = (constraints: readonly string[]) =>
    impliedOrders(graphOf(resources, constraints)).map(({ constraint, by }) => [constraint.id, by.length])

  it('are found, and no more of them than can all be left out', () => {
    expect(implied([order('1', 'a', 'b'), order('2', 'b', 'c'), order('3', 'a', 'c')])).toEqual([['3', 2]])
    expect(implied([order('1', 'a', 'b'), order('2', 'a', 'b')])).toEqual([['2', 1]])
  })

  it('are no orders of several at once', () => {
    const more = '<tags><tag id="t"><obj_ref id="a"/><obj_ref id="b"/></tag></tags>'
    const constraints = [order('1', 'a', 'c'), order('2', 't', 'c')]
    const cluster = readCib(cibText({ resources, constraints, more })).output as Cluster
    expect(impliedOrders(orderGraph(cluster))).toEqual([])
  })

  it('must bind as hard', () => {
    const optional = { kind: 'Optional' }
    expect(implied([order('1', 'a', 'b', optional), order('2', 'b', 'c'), order('3', 'a', 'c')])).toEqual([])
    expect(implied([order('1', 'a', 'b'), order('2', 'b', 'c'), order('3', 'a', 'c', optional)])).toEqual([
      ['3', 2],
    ])
    expect(implied([order('1', 'a', 'b', { symmetrical: 'false' }), order('2', 'a', 'b')])).toEqual([])
  })
})
