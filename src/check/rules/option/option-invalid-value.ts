import { quote } from '../../../diagnostics/quote.js'
import { clusterOption } from '../../../options/cluster-options.js'
import type { OptionFacts } from '../../../options/facts.js'
import { isNegative } from '../../../options/values.js'
import { didYouMean, expectedValue, isValidValue, nearestValue } from '../../lookup/values.js'
import { defineRule, parentOf } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'

/** A cluster option whose value Pacemaker cannot use. */
export const rule = defineRule<{ facts: OptionFacts; value: string }>({
  code: 'option-invalid-value',
  severity: 'error',
  message: ({ facts, value }) =>
    `${facts.name} ${quote(value)} is not ${expectedValue(facts)}: Pacemaker uses ${
      facts.default === undefined ? 'its default' : `the default, ${quote(facts.default)}`
    }`,
  hint: ({ facts, value }) => didYouMean(nearestValue(facts, value)),
  visit: {
    nvpair: (place, { report }) => {
      if (parentOf(place, 'cluster_property_set') === undefined) return
      const { name = '', value } = place.element
      const facts = clusterOption(name)
      if (facts === undefined || value === undefined || isUsable(facts, value)) return
      report({ place, attribute: 'value' }, { facts, value })
    },
  },
})

const exact: readonly string[] = ['stonith-action', 'fencing-action']
const watchdog: readonly string[] = ['stonith-watchdog-timeout', 'fencing-watchdog-timeout']

function isUsable(facts: OptionFacts, value: string): boolean {
  if (exact.includes(facts.name)) return facts.values?.includes(value) === true
  if (watchdog.includes(facts.name) && isNegative(value)) return true
  return isValidValue(facts, value)
}

export const docs: RuleDocs = {
  about: 'A cluster option has a value that Pacemaker cannot use.',
  why: 'The cluster runs with the default instead, and nothing but a line in the log shows it. With a misspelt no-quorum-policy=ignore, a cluster of two nodes stops everything when one of them fails.',
  source: 'man pages pacemaker-schedulerd(7), pacemaker-controld(7), pacemaker-fenced(7)',
  pacemaker: { does: 'logs an error and uses the default of the option', versions: '2.0 and later' },
  wrong: `cluster({ properties: { 'no-quorum-policy': 'ingore', 'cluster-delay': '10 parsecs' } })`,
  right: `cluster({ properties: { 'no-quorum-policy': 'ignore', 'cluster-delay': '60s' } })`,
  fix: 'pcs property set no-quorum-policy=ignore cluster-delay=60s',
}
