import { xml } from './cib-text.js'
import { a, c, none, type OrderRow, up } from './order-case-parts.js'

const { primitive, colocation, order, location } = xml

const machine = primitive('vm', { 'remote-node': 'g' })
const remote = '<primitive id="R" class="ocf" provider="pacemaker" type="remote"/>'

/** Orders with the connection of a guest or remote node, on which other resources run. */
export const hostRows: readonly OrderRow[] = [
  ['clone-before-the-machine-it-runs-on', up, [machine, c('C')], [order('o1', 'C', 'vm')]],
  [
    'clone-kept-away-from-the-machine',
    none,
    [machine, c('C')],
    [order('o1', 'C', 'vm'), location('l', 'C', 'g', '-INFINITY')],
  ],
  [
    'clone-placed-with-one-that-is-kept-away',
    none,
    [machine, c('C'), c('K')],
    [order('o1', 'C', 'vm'), colocation('c', 'C', 'K'), location('l', 'K', 'g', '-INFINITY')],
  ],
  ['machine-before-a-clone', none, [machine, c('C')], [order('o1', 'vm', 'C')]],
  [
    'put-on-a-remote-node-and-before-it',
    up,
    [remote, a],
    [order('o1', 'A', 'R'), location('l', 'A', 'R', 'INFINITY')],
  ],
]
