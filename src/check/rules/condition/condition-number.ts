import { quote } from '../../../diagnostics/quote.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'

/** A value that is to be compared as a number and is none. */
export const rule = defineRule<{ value: string; type: string }>({
  code: 'condition-number',
  severity: 'warning',
  message: ({ value, type }) => `value ${quote(value)} is no ${type}: Pacemaker compares text instead`,
  hint: ({ type }) => `write ${type === 'integer' ? 'an integer' : 'a number'}, or type="string"`,
  visit: {
    expression: (place, { report }) => {
      const { value, type = '', valueSource = 'literal', operation = '' } = place.element
      if (value === undefined || valueSource !== 'literal' || /defined$/i.test(operation)) return
      const wanted = type === '' && /^[lg]te?$/i.test(operation) ? defaultType(value) : type.toLowerCase()
      const isNumber =
        wanted === 'integer' ? /^\s*[+-]?\d+$/ : wanted === 'number' ? /^\s*[+-]?(\d|\.\d)/ : undefined
      if (isNumber === undefined || isNumber.test(value)) return
      report({ place, attribute: 'value' }, { value, type: wanted })
    },
  },
})

/** Without a type, what is less or greater is compared as numbers. */
function defaultType(value: string): string {
  return value.includes('.') ? 'number' : 'integer'
}

export const docs: RuleDocs = {
  about:
    'An expression compares integers or numbers, as lt, lte, gt and gte do by themselves, and its value is none.',
  why: 'Text is compared letter by letter, so that 10 is less than 9.',
  source: 'Pacemaker Explained, node attribute expressions',
  pacemaker: { does: 'compares text', versions: '2.1.8 and later' },
  wrong: `<resources><primitive id="web" class="systemd" type="nginx"/></resources>
<constraints>
  <rsc_location id="l1" rsc="web">
    <rule id="l1-rule" score="100">
      <expression id="l1-expr" attribute="cores" operation="gte" type="integer" value="eight"/>
    </rule>
  </rsc_location>
</constraints>`,
  right: `cluster({
  resources: [systemd('web')],
  constraints: [locationRule('web', rule({ score: 100 }, expression('cores', 'gte', 8, { type: 'integer' })))],
})`,
  fix: 'pcs constraint delete l1; pcs constraint location web rule score=100 cores gte integer 8',
}
