import { quote, quoteAll } from '../../../diagnostics/quote.js'
import { impliedOrders } from '../../../graph/analysis/implied-orders.js'
import { ruleInWords } from '../../../graph/analysis/wording.js'
import type { Step } from '../../../graph/order/vertex.js'
import { placeOfId } from '../../../model/walk.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'

/** What a redundant order follows from: other orders, or else Pacemaker's rules in words. */
interface ImpliedOrder {
  readonly orders: readonly string[]
  readonly rules: readonly string[]
}

/** More implied orders than this are one finding, so that they do not bury the others. */
const impliedShown = 5

const section = '/cib/configuration/constraints'

/** An order that follows from others. */
export const rule = defineRule<ImpliedOrder | { readonly redundant: readonly string[] }>({
  code: 'order-implied',
  severity: 'info',
  message: (implied) => {
    if ('redundant' in implied) {
      const [shown, rest] = [implied.redundant.slice(0, 3), implied.redundant.length - 3]
      return `${implied.redundant.length} orders are redundant: they follow from other orders (${shown.map(quote).join(', ')} and ${rest} more)`
    }
    const { orders, rules } = implied
    return orders.length > 0
      ? `the order is redundant: it follows from ${quoteAll(orders)}`
      : `the order is redundant: ${rules.join(', ')}`
  },
  hint: (implied) =>
    'redundant' in implied ? 'remove them: impliedOrders in lightcib/graph lists all' : 'remove it',
  check: ({ cluster, report }) => {
    const implied = impliedOrders(cluster)
    if (implied.length > impliedShown) {
      report(section, { redundant: implied.flatMap(({ constraint }) => constraint.id ?? []) })
      return
    }
    for (const { constraint, by } of implied) {
      const place = constraint.id === undefined ? undefined : placeOfId(cluster, constraint.id)
      report(place ?? section, reasonsOf(by))
    }
  },
})

/** The orders of a chain; where there is none, Pacemaker's rules. */
function reasonsOf(steps: readonly Step[]): ImpliedOrder {
  const orders = steps.flatMap(({ cause }) => ('id' in cause ? [cause.id] : []))
  const rules = steps.flatMap(({ cause }) => ('id' in cause ? [] : [ruleInWords(cause)]))
  return { orders: [...new Set(orders)], rules: [...new Set(rules)] }
}

export const docs: RuleDocs = {
  about:
    'An order follows from other orders and has no effect of its own. More than five such orders are one finding.',
  why: 'Nothing changes without it, and the configuration is easier to read. Real clusters have dozens of them, written for each pair of services.',
  source: 'the transitive reduction of the orders, compared with crm_simulate',
  wrong: `cluster({
  resources: [systemd('db'), systemd('api'), systemd('web')],
  constraints: [order('db', 'api'), order('api', 'web'), order('db', 'web')],
})`,
  right: `cluster({
  resources: [systemd('db'), systemd('api'), systemd('web')],
  constraints: [order('db', 'api'), order('api', 'web')],
})`,
  fix: 'pcs constraint delete order-db-web-mandatory',
}
