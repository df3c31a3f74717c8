import { xml } from './cib-text.js'
import { a, b, d, loose, m, none, type OrderRow, oneWay, orders, up } from './order-case-parts.js'

const { primitive, order, set } = xml

/** Orders of sets, tags among them. */
export const setRows: readonly OrderRow[] = [
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
    ['self'],
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
]
