import { quote } from '../../../diagnostics/quote.js'
import { attributeOf } from '../../attribute.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'

interface Parameters {
  readonly attribute: string
  readonly value: string
  readonly fault: 'no-range' | 'reversed' | 'outside'
  readonly limits: readonly [number, number]
}

/** The least and greatest value of each part of a time. */
const parts: readonly (readonly [attribute: string, low: number, high: number])[] = [
  ['hours', 0, 23],
  ['minutes', 0, 59],
  ['seconds', 0, 59],
  ['monthdays', 1, 31],
  ['weekdays', 1, 7],
  ['yeardays', 1, 366],
  ['months', 1, 12],
  ['weeks', 1, 53],
  ['years', 1, 9999],
  ['weekyears', 1, 9999],
  ['moon', 0, 7],
]

/** A part of a date_spec that is no number or range, or that no time has. */
export const rule = defineRule<Parameters>({
  code: 'condition-date-spec',
  severity: 'error',
  message: ({ attribute, value, fault, limits: [low, high] }) => {
    const what = `${attribute} ${quote(value)}`
    if (fault === 'reversed') return `${what} begins after it ends: the condition is never met`
    if (fault === 'outside') return `${what} is outside ${low} to ${high}: the condition is never met`
    return `${what} is no number or range: Pacemaker 2 does not read it, 3 takes the condition as not met`
  },
  hint: ({ attribute, fault, limits: [low, high] }) =>
    fault === 'reversed'
      ? `use two expressions with boolean-op or: one up to ${high}, one from ${low}`
      : `write a number from ${low} to ${high} or a range such as ${attribute}="${low}-${high}"`,
  visit: {
    date_spec: (place, { report }) => {
      for (const [attribute, low, high] of parts) {
        const value = attributeOf(place.element, attribute)
        const fault = value === undefined ? undefined : faultOf(value, low, high)
        if (value === undefined || fault === undefined) continue
        const severity = fault === 'no-range' ? 'error' : 'warning'
        report({ place, attribute }, { attribute, value, fault, limits: [low, high] }, severity)
      }
    },
  },
})

function faultOf(value: string, low: number, high: number): Parameters['fault'] | undefined {
  const [, first = '', dash = '', last = ''] = /^(\d*)(-?)(\d*)$/.exec(value) ?? []
  if (first === '' && last === '') return 'no-range'
  const from = first === '' ? low : Number(first)
  const to = dash === '' ? from : last === '' ? high : Number(last)
  if (from > high || to < low) return 'outside'
  return from > to ? 'reversed' : undefined
}

export const docs: RuleDocs = {
  about:
    'A part of a date_spec is no number or range, begins after it ends, or is a number that no time has.',
  why: 'hours="22-6" looks like a night, but no hour is at least 22 and at most 6: the condition is never met. A list such as 1,3,5 is not read at all.',
  source:
    'crm_simulate 2.1.5 with the time set; Pacemaker Explained, date specifications; the schema allows any text',
  pacemaker: {
    does: 'does not read what is no range (2.1), or takes the condition as not met',
    versions: 'all; an error since 2.1.8',
  },
  wrong: `<resources><primitive id="web" class="systemd" type="nginx"/></resources>
<constraints>
  <rsc_location id="l1" rsc="web">
    <rule id="l1-rule" score="-INFINITY">
      <date_expression id="l1-expr" operation="date_spec"><date_spec id="l1-spec" hours="22-6" weekdays="1,3"/></date_expression>
    </rule>
  </rsc_location>
</constraints>`,
  right: `<resources><primitive id="web" class="systemd" type="nginx"/></resources>
<constraints>
  <rsc_location id="l1" rsc="web">
    <rule id="l1-rule" score="-INFINITY" boolean-op="or">
      <date_expression id="l1-late" operation="date_spec"><date_spec id="l1-spec" hours="22-23"/></date_expression>
      <date_expression id="l1-early" operation="date_spec"><date_spec id="l1-spec2" hours="0-5"/></date_expression>
    </rule>
  </rsc_location>
</constraints>`,
  fix: 'pcs constraint delete l1; pcs constraint location web rule score=-INFINITY date-spec hours=22-23 or date-spec hours=0-5',
}
