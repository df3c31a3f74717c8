import { quote } from '../../../diagnostics/quote.js'
import type { OptionFacts } from '../../../options/facts.js'
import { metaAttribute } from '../../../options/meta-attributes.js'
import { metaAttributeNvpair } from '../../lookup/meta-place.js'
import { isUnsetWord } from '../../lookup/unset-words.js'
import { didYouMean, expectedValue, isValidValue, nearestValue } from '../../lookup/values.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'

/** A meta attribute whose value Pacemaker cannot use. */
export const rule = defineRule<{ facts: OptionFacts; value: string }>({
  code: 'meta-invalid-value',
  severity: 'error',
  message: ({ facts, value }) =>
    `${facts.name} ${quote(value)} is not ${expectedValue(facts)}: Pacemaker ${effectOf(facts)}`,
  hint: ({ facts, value }) => didYouMean(nearestValue(facts, value)),
  visit: {
    nvpair: (place, { report }) => {
      const { name = '', value } = place.element
      if (value === undefined || metaAttributeNvpair(place) === undefined) return
      const facts = metaAttribute(name)
      if (facts === undefined || isUsable(facts, value)) return
      report({ place, attribute: 'value' }, { facts, value })
    },
  },
})

/** Numbers of instances are looked at with the clones that have them; the words for unset have a rule of their own. */
function isUsable(facts: OptionFacts, value: string): boolean {
  if (facts.type === 'nonnegative_integer' || isUnsetWord(facts.name, value)) return true
  return isValidValue(facts, value)
}

function effectOf({ name, type, default: standard }: OptionFacts): string {
  if (name === 'target-role') return 'ignores it and starts the resource'
  if (name === 'requires') return 'uses the default for such a resource'
  if (name === 'migration-threshold') return 'uses 0, or INFINITY since 3.0'
  if (type === 'score' || type === 'duration' || type === 'timeout') return 'uses 0'
  return standard === undefined ? 'takes it as not set' : `uses ${quote(standard)}`
}

export const docs: RuleDocs = {
  about: 'A meta attribute has a value that Pacemaker cannot use.',
  why: 'The resource behaves as if the attribute were not there, or had the value 0. A stickiness of INF is none at all: INFINITY is the only word for it.',
  source: 'crm_resource --list-options=primitive; crm_verify of 2.0.5, 2.1.5 and 3.0.0',
  pacemaker: { does: 'logs an error or a warning and uses a default', versions: '2.0 and later' },
  wrong: `cluster({ resources: [systemd('web', { meta: { 'target-role': 'Start', 'resource-stickiness': 'INF' } })] })`,
  right: `cluster({ resources: [systemd('web', { meta: { 'target-role': 'Started', 'resource-stickiness': 'INFINITY' } })] })`,
  fix: 'pcs resource meta web target-role=Started resource-stickiness=INFINITY',
}
