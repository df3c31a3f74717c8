import { quoteAll } from '../../../diagnostics/quote.js'
import { impliedOrders } from '../../../graph/analysis/implied-orders.js'
import { placeOfId } from '../../../model/walk.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'
import { earlierOrders, type RepeatedOrder } from './repeated-order.js'

/** An order that earlier ones make redundant. */
export const rule = defineRule<RepeatedOrder>({
  code: 'order-implied',
  severity: 'info',
  message: ({ earlier }) =>
    `the order is redundant: ${quoteAll(earlier.map(({ id }) => id))} before it ${earlier.length === 1 ? 'does' : 'do'} the same`,
  hint: () => 'remove it',
  related: ({ earlier }) =>
    earlier.map(({ id, path }) => ({ path, message: `${quoteAll([id])} does the same` })),
  check: ({ cluster, report }) => {
    for (const { constraint, by } of impliedOrders(cluster)) {
      const place = placeOfId(cluster, constraint.id ?? '')
      if (place !== undefined) report(place, { earlier: earlierOrders(cluster, by) })
    }
  },
})

export const docs: RuleDocs = {
  about: 'Earlier orders between the same two resources bind as hard as this one.',
  why: 'Nothing changes without it in any state, and the configuration is easier to read. An order that only a chain of others repeats is needed: when a node is lost with what is in the middle of the chain, nothing else orders the stops of its ends.',
  source: 'crm_simulate 2.1.5 and 3.0.0, with and without the order, in random states',
  pacemaker: {
    does: 'keeps the first order between two actions and drops the others',
    versions: '2.1.5 and 3.0.0',
  },
  wrong: `cluster({
  resources: [systemd('db'), systemd('web')],
  constraints: [order('db', 'web'), order('db', 'web', { id: 'again', kind: 'Optional' })],
})`,
  right: `cluster({
  resources: [systemd('db'), systemd('web')],
  constraints: [order('db', 'web')],
})`,
  fix: 'pcs constraint delete again',
}
