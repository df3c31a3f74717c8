import { quote } from '../../../diagnostics/quote.js'
import type { Place } from '../../../model/index.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'

/** A rule about a node attribute among what an operation is given. */
export const rule = defineRule<{ attribute: string }>({
  code: 'operation-rule-deprecated',
  severity: 'info',
  message: ({ attribute }) =>
    `a rule on node attribute ${quote(attribute)} for operations is deprecated: Pacemaker announces that it will be gone`,
  hint: () => 'use a rule on the time, or on the resource or operation',
  visit: {
    expression: (place, { report }) => {
      const { attribute = '' } = place.element
      for (let at: Place | undefined = place.parent; at !== undefined; at = at.parent) {
        const { element } = at.element
        if (element === 'op' || element === 'op_defaults') return report(place, { attribute })
      }
    },
  },
})

export const docs: RuleDocs = {
  about: 'Meta attributes of an operation depend on a node attribute.',
  why: 'A later release of Pacemaker drops such rules, and with them the timeouts that they set.',
  source: 'Pacemaker, release notes of 2.1.8',
  pacemaker: { does: 'logs a warning once', versions: '2.1.8 and later' },
  wrong: `cluster({ opDefaults: attributeSet({ timeout: '90s' }, { rule: rule({}, expression('slow', 'eq', 'true')) }) })`,
  right: `cluster({ opDefaults: { timeout: '90s' } })`,
  fix: 'pcs resource op defaults set delete op_defaults-meta_attributes; pcs resource op defaults update timeout=90s',
}
