import { quote, quoteAll, shellWord } from '../../../diagnostics/quote.js'
import { defeatedOrders } from '../../../graph/analysis/implied-orders.js'
import type { ConstraintCause, Step } from '../../../graph/order/vertex.js'
import { placeOfId } from '../../../model/walk.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'
import { earlierOrders, type RepeatedOrder } from './repeated-order.js'

interface DefeatedOrder extends RepeatedOrder {
  /** What does not wait as a Mandatory order demands, and for what. */
  readonly then: string
  readonly first: string
  /** What the weaker order is: `kind Optional`. */
  readonly terms: string
  /** True where the earlier order keeps the later one from starts only, and not from restarts. */
  readonly isOneWay: boolean
  readonly isWhole: boolean
}

/** A Mandatory order behind a weaker one between the same two resources. */
export const rule = defineRule<DefeatedOrder>({
  code: 'order-defeated',
  severity: 'warning',
  message: ({ earlier, first, then, terms, isOneWay, isWhole }) => {
    const effect = isWhole ? 'the order has no effect' : 'the order binds less than Mandatory'
    const missing = isOneWay
      ? `${quote(then)} does not stop and restart with ${quote(first)}`
      : `${quote(then)} starts without ${quote(first)}, and does not stop with it`
    return `${effect}: ${quoteAll(earlier.map(({ id }) => id))} before it (${terms}) orders the same two, and Pacemaker keeps the first; ${missing}`
  },
  hint: ({ earlier }, language) => {
    const ids = earlier.map(({ id }) => id)
    return language === 'cib'
      ? `remove the earlier one: pcs constraint delete ${ids.map(shellWord).join(' ')}`
      : `remove the earlier one, ${quoteAll(ids)}`
  },
  related: ({ earlier, terms }) =>
    earlier.map(({ id, path }) => ({ path, message: `${quote(id)} (${terms}) is kept` })),
  check: ({ cluster, report }) => {
    for (const { constraint, by, isWhole } of defeatedOrders(cluster)) {
      const place = placeOfId(cluster, constraint.id ?? '')
      const [step] = by
      if (place === undefined || step === undefined || !('id' in step.cause)) continue
      report(place, {
        earlier: earlierOrders(cluster, by),
        ...endsOf(step, step.cause),
        terms: termsOf(step.cause),
        isOneWay: step.cause.kind === 'Mandatory',
        isWhole,
      })
    }
  },
})

/** The two resources in the direction in which they come up. */
function endsOf({ from, to }: Step, { inverse }: ConstraintCause): { first: string; then: string } {
  return inverse ? { first: to.resource, then: from.resource } : { first: from.resource, then: to.resource }
}

function termsOf({ kind }: ConstraintCause): string {
  return kind === 'Mandatory' ? 'symmetrical false' : `kind ${kind}`
}

export const docs: RuleDocs = {
  about: 'A Mandatory order comes after a weaker one between the same two resources.',
  why: 'Of several orders between the same two actions Pacemaker keeps the first and drops the others, whatever their kinds. So the Mandatory one, which somebody added because the weaker was not enough, changes nothing: the second resource keeps running where the first has failed. Orders made by sets count as well.',
  source: 'crm_simulate 2.1.5 and 3.0.0',
  pacemaker: {
    does: 'keeps the first order between two actions, without a word in the log',
    versions: 'all',
  },
  wrong: `cluster({
  resources: [systemd('db'), systemd('web')],
  constraints: [order('db', 'web', { kind: 'Optional' }), order('db', 'web', { kind: 'Mandatory' })],
})`,
  right: `cluster({
  resources: [systemd('db'), systemd('web')],
  constraints: [order('db', 'web', { kind: 'Mandatory' })],
})`,
  fix: 'pcs constraint delete order-db-web-Optional',
}
