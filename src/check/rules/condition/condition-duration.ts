import { quote } from '../../../diagnostics/quote.js'
import { attributeOf } from '../../attribute.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'

const parts = ['years', 'months', 'weeks', 'days', 'hours', 'minutes', 'seconds'] as const

/** A part of a duration that is no number. */
export const rule = defineRule<{ attribute: string; value: string }>({
  code: 'condition-duration',
  severity: 'error',
  message: ({ attribute, value }) =>
    `${attribute} ${quote(value)} is no integer: Pacemaker 2 reads what number it finds or 0, 3 takes the condition as not met`,
  hint: () => 'write an integer; the attribute is the unit',
  visit: {
    duration: (place, { report }) => {
      for (const attribute of parts) {
        const value = attributeOf(place.element, attribute)
        if (value === undefined || /^\s*[+-]?\d+$/.test(value)) continue
        report({ place, attribute }, { attribute, value })
      }
    },
  },
})

export const docs: RuleDocs = {
  about: 'A part of a duration is no integer.',
  why: 'Pacemaker 2 reads 0, so that the range ends when it begins; in 3 the condition is never met.',
  source: 'Pacemaker Explained, date expressions; the schema allows any text',
  pacemaker: { does: 'takes the condition as not met', versions: '2.1.8 warns, 3.0.0 and later' },
  wrong: `<resources><primitive id="web" class="systemd" type="nginx"/></resources>
<constraints>
  <rsc_location id="l1" rsc="web">
    <rule id="l1-rule" score="-INFINITY">
      <date_expression id="l1-expr" operation="in_range" start="2030-01-31"><duration id="l1-time" hours="two"/></date_expression>
    </rule>
  </rsc_location>
</constraints>`,
  right: `<resources><primitive id="web" class="systemd" type="nginx"/></resources>
<constraints>
  <rsc_location id="l1" rsc="web">
    <rule id="l1-rule" score="-INFINITY">
      <date_expression id="l1-expr" operation="in_range" start="2030-01-31"><duration id="l1-time" hours="2"/></date_expression>
    </rule>
  </rsc_location>
</constraints>`,
  fix: 'pcs constraint delete l1; pcs constraint location web rule score=-INFINITY date in_range 2030-01-31 to duration hours=2',
}
