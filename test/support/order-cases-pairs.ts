import { xml } from './cib-text.js'
import { a, b, c, d, g, loose, m, none, type OrderRow, oneWay, orders, up } from './order-case-parts.js'

const { primitive, clone, bundle, order, set } = xml

/** Orders between two resources: kinds, actions, groups, clones, roles, bundles. */
export const pairRows: readonly OrderRow[] = [
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
