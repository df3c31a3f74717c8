import { quote } from '../../../diagnostics/quote.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'

/** An order that asks for some or all instances of a clone by itself. */
export const rule = defineRule<{ first: string }>({
  code: 'order-require-all',
  severity: 'warning',
  message: ({ first }) =>
    `require-all on an order after the clone ${quote(first)} is deprecated: Pacemaker honours it, and announces to stop that`,
  hint: ({ first }) => `set the meta attribute clone-min=1 on ${quote(first)} instead`,
  visit: {
    rsc_order: (place, { facts: { index, meta }, report }) => {
      const { first, requireAll } = place.element
      const entry = requireAll === undefined ? undefined : index.resolve(first)
      const name = entry?.resource?.element
      if (
        entry === undefined ||
        (name !== 'clone' && name !== 'master') ||
        meta(entry, 'clone-min') !== undefined
      )
        return
      report({ place, attribute: 'require-all' }, { first: entry.id })
    },
  },
})

export const docs: RuleDocs = {
  about: 'An order after a clone has require-all, and the clone no clone-min.',
  why: 'clone-min expresses the same once for all orders, and how many instances are enough. The attribute is to go.',
  source: 'Pacemaker 2.0.0 release notes',
  pacemaker: {
    does: 'honours it, false meaning that one instance is enough, and logs a deprecation',
    versions: '2.0.0 and later',
  },
  wrong: `cluster({
  resources: [clone(systemd('db')), systemd('web')],
  constraints: [order('db-clone', 'web', { requireAll: false })],
})`,
  right: `cluster({
  resources: [clone(systemd('db'), { meta: { 'clone-min': 1 } }), systemd('web')],
  constraints: [order('db-clone', 'web')],
})`,
  fix: 'pcs resource meta db-clone clone-min=1',
}
