import { quote } from '../../../diagnostics/quote.js'
import type { Place } from '../../../model/index.js'
import { attributeOf } from '../../attribute.js'
import { defineRule, type RuleContext } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'
import { faultOfDate } from './iso8601.js'

interface Parameters {
  readonly attribute: string
  readonly value: string
  readonly fault: string
}

/** A date that is none. */
export const rule = defineRule<Parameters>({
  code: 'condition-date',
  severity: 'error',
  message: ({ attribute, value, fault }) =>
    `${attribute} ${quote(value)} is no date (${fault}): Pacemaker 2 leaves that limit out, 3 takes the condition as not met`,
  hint: () => 'write a date as in 2030-01-31, or with a time as in 2030-01-31 10:30:00Z',
  visit: {
    date_expression: (place, context) => {
      find(place, context, 'start')
      find(place, context, 'end')
    },
  },
})

function find(place: Place, { report }: RuleContext<Parameters>, attribute: string): void {
  const value = attributeOf(place.element, attribute)
  const fault = value === undefined ? undefined : faultOfDate(value)
  if (value !== undefined && fault !== undefined) report({ place, attribute }, { attribute, value, fault })
}

export const docs: RuleDocs = {
  about: 'The start or end of a date expression is no date and time of ISO 8601.',
  why: 'Pacemaker 2 leaves the limit out: a range is then open on that side, and gt and lt are never met. In 3 the condition is never met.',
  source: 'Pacemaker Explained, date expressions; the schema allows any text',
  pacemaker: {
    does: 'logs an error, and leaves the limit out (2.1) or takes the condition as not met (3.0)',
    versions: '2.0.3 and later',
  },
  wrong: `<resources><primitive id="web" class="systemd" type="nginx"/></resources>
<constraints>
  <rsc_location id="l1" rsc="web">
    <rule id="l1-rule" score="-INFINITY"><date_expression id="l1-expr" operation="lt" end="31.01.2030"/></rule>
  </rsc_location>
</constraints>`,
  right: `<resources><primitive id="web" class="systemd" type="nginx"/></resources>
<constraints>
  <rsc_location id="l1" rsc="web">
    <rule id="l1-rule" score="-INFINITY"><date_expression id="l1-expr" operation="lt" end="2030-01-31"/></rule>
  </rsc_location>
</constraints>`,
  fix: 'pcs constraint delete l1; pcs constraint location web rule score=-INFINITY date lt 2030-01-31',
}
