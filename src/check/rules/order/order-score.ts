import { quote } from '../../../diagnostics/quote.js'
import { kindOf } from '../../../graph/order/constraint-terms.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'

/** An order whose kind is written as a score. */
export const rule = defineRule<{ score: string; kind: string }>({
  code: 'order-score',
  severity: 'warning',
  message: ({ score, kind }) =>
    `score ${quote(score)} on an order is deprecated: Pacemaker reads it as kind ${quote(kind)}, and announces to stop that`,
  hint: ({ kind }) => `write kind="${kind}" instead`,
  visit: {
    rsc_order: (place, { report }) => {
      const { score, kind } = place.element
      if (score === undefined || kind !== undefined) return
      report({ place, attribute: 'score' }, { score, kind: kindOf(place.element) })
    },
  },
})

export const docs: RuleDocs = {
  about: 'An order has a score instead of a kind.',
  why: 'It is an old way to write Mandatory or Optional: 0 is Optional, anything else Mandatory. A score of 100 is not weaker than INFINITY.',
  source: 'Pacemaker 2.0.1 release notes',
  pacemaker: {
    does: 'reads 0 as Optional and all else as Mandatory, and logs a deprecation',
    versions: '2.0.1 and later',
  },
  wrong: `cluster({
  resources: [systemd('db'), systemd('web')],
  constraints: [order('db', 'web', { score: 100, kind: null })],
})`,
  right: `cluster({
  resources: [systemd('db'), systemd('web')],
  constraints: [order('db', 'web')],
})`,
  fix: 'pcs constraint order db then web kind=Mandatory',
}
