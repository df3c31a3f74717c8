import { type CibParts, cibText, xml } from './cib-text.js'

/** A small cluster and the cycles that its orders must be found to have. */
export interface OrderCase {
  readonly name: string
  readonly cib: string
  readonly kinds: readonly ('self' | 'up' | 'down' | 'mixed')[]
}

const nodes = ['n1', 'n2']
const { primitive, group, clone, bundle, order, set, sets } = xml
const [a, b, d] = [primitive('A'), primitive('B'), primitive('D')]
const g = (meta = {}) => group('G', [primitive('m1'), primitive('m2')], meta)
const c = (id: string, meta = {}) => clone(id, primitive(id.toLowerCase()), meta)
const m = (id: string) => clone(id, primitive(id.toLowerCase(), {}, 'Stateful'), { promotable: 'true' })
const orders = (id: string, listed: readonly string[], attributes = {}) =>
  sets('rsc_order', id, listed, attributes)
const loose = { sequential: 'false' }
const oneWay = { symmetrical: 'false' }

type Row = readonly [
  name: string,
  kinds: OrderCase['kinds'],
  resources: readonly string[],
  constraints: readonly string[],
  more?: Partial<CibParts>,
]

const up = ['up'] as const
const none = [] as const

/** One cluster for each way in which orders can or cannot close a circle. */
const rows: readonly Row[] = [
  ['two-mandatory', up, [a, b], [order('o1', 'A', 'B'), order('o2', 'B', 'A')]],
  [
    'two-optional',
    up,
    [a, b],
    [order('o1', 'A', 'B', { kind: 'Optional' }), order('o2', 'B', 'A', { kind: 'Optional' })],
  ],
  [
    'two-serialize',
    up,
    [a, b],
    [order('o1', 'A', 'B', { kind: 'Serialize' }), order('o2', 'B', 'A', { kind: 'Serialize' })],
  ],
  ['same-order-twice', none, [a, b], [order('o1', 'A', 'B'), order('o2', 'A', 'B', { kind: 'Optional' })]],
  [
    'three-of-all-kinds',
    up,
    [a, b, d],
    [
      order('o1', 'A', 'B'),
      order('o2', 'B', 'D', { kind: 'Optional' }),
      order('o3', 'D', 'A', { kind: 'Serialize' }),
    ],
  ],
  ['one-asymmetrical', up, [a, b], [order('o1', 'A', 'B', oneWay), order('o2', 'B', 'A')]],
  [
    'stop-like-start',
    ['down'],
    [a, b],
    [
      order('o1', 'A', 'B'),
      order('o2', 'A', 'B', { ...oneWay, 'first-action': 'stop', 'then-action': 'stop' }),
    ],
  ],
  [
    'start-then-stop',
    ['mixed'],
    [a, b],
    [order('o1', 'A', 'B', { 'first-action': 'start', 'then-action': 'stop' })],
  ],
  [
    'start-then-stop-asymmetrical',
    none,
    [a, b],
    [order('o1', 'A', 'B', { ...oneWay, 'first-action': 'start', 'then-action': 'stop' })],
  ],
  [
    'stop-then-start',
    none,
    [a, b],
    [order('o1', 'A', 'B', { 'first-action': 'stop', 'then-action': 'start' })],
  ],
  [
    'start-then-own-stop',
    ['mixed'],
    [a, b],
    [order('o1', 'A', 'A', { ...oneWay, 'first-action': 'start', 'then-action': 'stop' })],
  ],
  ['itself', ['self'], [a, b], [order('o1', 'A', 'A')]],
  ['group-itself', ['self'], [g()], [order('o1', 'G', 'G')]],
  ['clone-itself', ['self'], [c('C')], [order('o1', 'C', 'C')]],
  ['set-with-a-member-twice', ['self'], [a, b], [orders('o1', [set('s1', ['A', 'A'])])]],
  [
    'sets-that-share-a-member',
    ['self'],
    [a, b, d],
    [orders('o1', [set('s1', ['A', 'B'], loose), set('s2', ['B', 'D'], loose)])],
  ],
  [
    'large-sets-that-share-a-member',
    ['self'],
    [a, b, d, primitive('E'), primitive('F')],
    [orders('o1', [set('s1', ['A', 'B', 'E'], loose), set('s2', ['B', 'D', 'F'], loose)])],
  ],
  ['group-members-backwards', up, [g()], [order('o1', 'm2', 'm1')]],
  ['group-members-backwards-unordered', none, [g({ ordered: 'false' })], [order('o1', 'm2', 'm1')]],
  ['group-and-its-member-around', up, [g(), a], [order('o1', 'G', 'A'), order('o2', 'A', 'm1')]],
  ['between-group-members', none, [g(), a], [order('o1', 'm1', 'A'), order('o2', 'A', 'm2')]],
  ['between-group-members-backwards', up, [g(), a], [order('o1', 'm2', 'A'), order('o2', 'A', 'm1')]],
  ['group-then-member', ['down'], [g()], [order('o1', 'G', 'm1')]],
  ['group-then-member-asymmetrical', none, [g()], [order('o1', 'G', 'm1', oneWay)]],
  ['member-then-group', up, [g()], [order('o1', 'm1', 'G')]],
  ['two-clones', up, [c('C'), c('K')], [order('o1', 'C', 'K'), order('o2', 'K', 'C')]],
  [
    'two-interleaved-clones',
    up,
    [c('C', { interleave: 'true' }), c('K', { interleave: 'true' })],
    [order('o1', 'C', 'K'), order('o2', 'K', 'C', { kind: 'Optional' })],
  ],
  ['clone-min', up, [c('C', { 'clone-min': '1' }), a], [order('o1', 'C', 'A'), order('o2', 'A', 'C')]],
  [
    'clone-min-asymmetrical',
    up,
    [c('C', { 'clone-min': '1' }), a],
    [order('o1', 'C', 'A', oneWay), order('o2', 'A', 'C', oneWay)],
  ],
  ['inside-a-clone', up, [c('C'), a], [order('o1', 'c', 'A'), order('o2', 'A', 'C')]],
  ['group-inside-a-clone', none, [clone('C', g()), a], [order('o1', 'G', 'A'), order('o2', 'A', 'C')]],
  [
    'promote-then-start-then-start',
    up,
    [m('M'), b],
    [order('o1', 'M', 'B', { 'first-action': 'promote', 'then-action': 'start' }), order('o2', 'B', 'M')],
  ],
  [
    'start-between-start-and-promote',
    none,
    [m('M'), b],
    [order('o1', 'M', 'B'), order('o2', 'B', 'M', { 'first-action': 'start', 'then-action': 'promote' })],
  ],
  [
    'promote-then-own-start',
    up,
    [m('M'), b],
    [order('o1', 'M', 'M', { ...oneWay, 'first-action': 'promote', 'then-action': 'start' })],
  ],
  [
    'promote-of-what-has-no-roles',
    none,
    [m('M'), b],
    [order('o1', 'M', 'B', { 'first-action': 'promote' }), order('o2', 'B', 'M')],
  ],
  [
    'stop-before-demote',
    ['down'],
    [m('M'), b],
    [
      order('o1', 'M', 'B', { ...oneWay, 'first-action': 'stop', 'then-action': 'stop' }),
      order('o2', 'B', 'M', { ...oneWay, 'first-action': 'stop', 'then-action': 'demote' }),
    ],
  ],
  ['set-and-back', up, [a, b], [orders('o1', [set('s1', ['A', 'B'])]), order('o2', 'B', 'A')]],
  ['loose-set-and-back', none, [a, b], [orders('o1', [set('s1', ['A', 'B'], loose)]), order('o2', 'B', 'A')]],
  [
    'serialize-ignores-sequential',
    up,
    [a, b],
    [
      orders('o1', [set('s1', ['A', 'B'], loose)], { kind: 'Serialize' }),
      order('o2', 'B', 'A', { kind: 'Optional' }),
    ],
  ],
  [
    'long-serialize-set',
    up,
    [a, b, d, primitive('E'), primitive('F')],
    [
      orders('o1', [set('s1', ['A', 'B', 'D', 'E', 'F'])], { kind: 'Serialize' }),
      order('o2', 'F', 'A', oneWay),
    ],
  ],
  [
    'sets-without-sequential-are-all-pairs',
    up,
    [a, b, d],
    [orders('o1', [set('s1', ['A', 'B']), set('s2', ['D'])]), order('o2', 'D', 'A')],
  ],
  [
    'enough-of-a-set',
    up,
    [a, b, d],
    [
      orders('o1', [set('s1', ['A', 'B'], { ...loose, 'require-all': 'false' }), set('s2', ['D'])]),
      order('o2', 'D', 'A'),
    ],
  ],
  [
    'enough-of-a-set-then-one-of-it',
    ['self', 'up'],
    [a, b],
    [orders('o1', [set('s1', ['A', 'B'], { ...loose, 'require-all': 'false' }), set('s2', ['A'])])],
  ],
  [
    'set-that-promotes',
    up,
    [m('M'), b],
    [orders('o1', [set('s1', ['M'], { action: 'promote' }), set('s2', ['B'])]), order('o2', 'B', 'M')],
  ],
  [
    'role-of-an-order-set-is-ignored',
    none,
    [m('M'), b],
    [
      orders('o1', [set('s1', ['M'], { role: 'Promoted' }), set('s2', ['B'], { action: 'promote' })]),
      order('o2', 'B', 'M'),
    ],
  ],
  [
    'tag',
    up,
    [a, b, d],
    [order('o1', 'T', 'D'), order('o2', 'D', 'A')],
    { more: '<tags><tag id="T"><obj_ref id="A"/><obj_ref id="B"/></tag></tags>' },
  ],
  [
    'tag-members-are-not-ordered',
    none,
    [a, b, d],
    [order('o1', 'T', 'D'), order('o2', 'B', 'A')],
    { more: '<tags><tag id="T"><obj_ref id="A"/><obj_ref id="B"/></tag></tags>' },
  ],
  [
    'bundle',
    up,
    [bundle('U', { replicas: '1' }, primitive('u')), a],
    [order('o1', 'U', 'A'), order('o2', 'A', 'U')],
  ],
  [
    'bundle-without-a-service',
    up,
    [bundle('U', { replicas: '1' }), a],
    [order('o1', 'U', 'A'), order('o2', 'A', 'U')],
  ],
  [
    'promotable-bundle',
    up,
    [bundle('W', { replicas: '2', 'promoted-max': '1' }, primitive('w', {}, 'Stateful')), a],
    [order('o1', 'W', 'A', { 'first-action': 'promote', 'then-action': 'start' }), order('o2', 'A', 'W')],
  ],
  ['container', up, [primitive('A', { container: 'B' }), b], [order('o1', 'A', 'B')]],
  [
    'database-of-two-roles',
    ['mixed'],
    [c('F'), a, b],
    [
      order('o1', 'F', 'A'),
      order('o2', 'F', 'B'),
      order('o3', 'A', 'B', { ...oneWay, 'first-action': 'start', 'then-action': 'stop' }),
    ],
  ],
]

export const orderCases: readonly OrderCase[] = rows.map(
  ([name, kinds, resources, constraints, more = {}]) => ({
    name,
    kinds,
    cib: cibText({ resources, constraints, nodes, ...more }),
  }),
)
