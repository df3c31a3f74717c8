import { quote } from '../../../diagnostics/quote.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'

/** A value to compare with where nothing is compared. */
export const rule = defineRule<{ value: string; operation: string }>({
  code: 'condition-value-unused',
  severity: 'error',
  message: ({ value, operation }) =>
    `value ${quote(value)} beside operation ${quote(operation)}: Pacemaker 2 does not read it, 3 takes the condition as not met`,
  hint: ({ operation }) => `remove the value, or write ${operation === 'defined' ? 'eq' : 'ne'}`,
  visit: {
    expression: (place, { report }) => {
      const { value, operation = '' } = place.element
      if (value === undefined || !/^(not_)?defined$/i.test(operation)) return
      report({ place, attribute: 'value' }, { value, operation })
    },
  },
})

export const docs: RuleDocs = {
  about: 'An expression with the operation defined or not_defined has a value.',
  why: 'Pacemaker 2 asks only whether the attribute is set, whatever its value; after the upgrade to 3 the condition is never met.',
  source: 'Pacemaker Explained, node attribute expressions; the schema allows it',
  pacemaker: { does: 'takes the condition as not met', versions: '2.1.8 warns, 3.0.0 and later' },
  wrong: `<resources><primitive id="web" class="systemd" type="nginx"/></resources>
<constraints>
  <rsc_location id="l1" rsc="web">
    <rule id="l1-rule" score="100"><expression id="l1-expr" attribute="rack" operation="defined" value="a"/></rule>
  </rsc_location>
</constraints>`,
  right: `cluster({
  resources: [systemd('web')],
  constraints: [locationRule('web', rule({ score: 100 }, expression('rack', 'eq', 'a')))],
})`,
  fix: 'pcs constraint delete l1; pcs constraint location web rule score=100 rack eq a',
}
