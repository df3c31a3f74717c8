import { dslString, quote, shellWord } from '../../../diagnostics/quote.js'
import { memoizePerCluster } from '../../../graph/resource/memoize.js'
import { booleanOf, type Cluster, type RscOrder } from '../../../model/index.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'
import { ordersOf } from '../../services.js'
import { isOfStarts } from './order-one-way.js'

/** Two orders that are the halves of one. */
export const rule = defineRule<{ id: string; other: string; first: string; then: string }>({
  code: 'order-in-halves',
  severity: 'info',
  message: ({ id, other, first, then }) =>
    `orders ${quote(id)} and ${quote(other)} are the two halves of one order of ${quote(first)} and ${quote(then)}`,
  hint: ({ id, other, first, then }, language) =>
    language === 'dsl'
      ? `write order(${dslString(first)}, ${dslString(then)}) instead of both`
      : `pcs constraint delete ${shellWord(id)} ${shellWord(other)}; pcs constraint order ${shellWord(first)} then ${shellWord(then)}`,
  visit: {
    rsc_order: (place, { cluster, report }) => {
      const { id = '', first = '', then = '', resourceSets } = place.element
      if (resourceSets.length > 0 || !isOfStarts(place.element)) return
      const other = halvesOf(cluster).get(JSON.stringify([then, first, kindOf(place.element)]))
      if (other !== undefined) report(place, { id, other, first, then })
    },
  },
})

/** The orders for stops only, by first, then and kind. */
const halvesOf = memoizePerCluster(
  (cluster: Cluster): ReadonlyMap<string, string> =>
    new Map(
      ordersOf(cluster)
        .filter(
          ({ firstAction, thenAction = firstAction, symmetrical }) =>
            booleanOf(symmetrical) === false && firstAction === 'stop' && thenAction === 'stop',
        )
        .map((order) => [JSON.stringify([order.first, order.then, kindOf(order)]), order.id ?? '']),
    ),
)

function kindOf({ kind = 'Mandatory' }: RscOrder): string {
  return kind.toLowerCase()
}

export const docs: RuleDocs = {
  about: 'One order is written as two: one for starts and one for stops, each with `symmetrical=false`.',
  why: 'Pacemaker adds the inverse by itself. Two constraints can get out of step: whoever removes one of them leaves an order that is for one direction only.',
  source: 'Pacemaker Explained, ordering constraints (symmetrical)',
  wrong: `cluster({
  resources: [systemd('db'), systemd('web')],
  constraints: [
    order('db', 'web', { id: 'up', symmetrical: false }),
    order('web', 'db', { id: 'down', firstAction: 'stop', thenAction: 'stop', symmetrical: false }),
  ],
})`,
  right: `cluster({
  resources: [systemd('db'), systemd('web')],
  constraints: [order('db', 'web')],
})`,
  fix: 'pcs constraint delete up down; pcs constraint order db then web',
}
