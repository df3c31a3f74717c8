import { nearest } from '../../../diagnostics/nearest.js'
import { quote } from '../../../diagnostics/quote.js'
import { operationAttribute } from '../../../options/operations.js'
import { attributePlace, isOperationMeta, operationValue } from '../../lookup/operation-settings.js'
import { didYouMean } from '../../lookup/values.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'

const values = operationAttribute('on-fail')?.values ?? []

/** Old words that Pacemaker still reads and no schema knows. */
const others: readonly string[] = ['nothing', 'migrate']

/** on-fail with a word that Pacemaker does not know. */
export const rule = defineRule<{ value: string }>({
  code: 'on-fail-invalid',
  severity: 'error',
  message: ({ value }) =>
    `on-fail ${quote(value)} is not one of ${values.join(', ')}: Pacemaker does what it does by default`,
  hint: ({ value }) => didYouMean(nearest(value, values)),
  visit: {
    op: (place, { cluster, facts, report }) => {
      if (facts.hasSchema && place.element.onFail !== undefined) return
      const value = operationValue(place.element, 'on-fail', cluster)
      if (value !== undefined && !isKnown(value)) report(attributePlace(place, 'on-fail'), { value })
    },
    nvpair: (place, { report }) => {
      const { name, value } = place.element
      if (place.parent?.parent?.element.element !== 'op_defaults' || !isOperationMeta(place)) return
      if (name === 'on-fail' && value !== undefined && !isKnown(value)) report(place, { value })
    },
  },
})

function isKnown(value: string): boolean {
  return values.includes(value.toLowerCase()) || others.includes(value.toLowerCase())
}

export const docs: RuleDocs = {
  about: 'What is to happen after a failure is a word that Pacemaker does not know.',
  why: 'The default happens: a restart, or fencing after a failed stop, where the operator wanted something else.',
  source: 'Pacemaker Explained, operation properties, on-fail',
  pacemaker: { does: 'logs an error and uses the default of the action', versions: 'all' },
  wrong: `cluster({ resources: [systemd('web', { operations: { monitor: { onFail: 'fencing' } } })] })`,
  right: `cluster({ resources: [systemd('web', { operations: { monitor: { onFail: 'fence' } } })], properties: { 'stonith-enabled': true, 'have-watchdog': true } })`,
  fix: 'pcs resource update web op monitor on-fail=fence',
}
