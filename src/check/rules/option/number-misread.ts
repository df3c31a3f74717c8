import { quote } from '../../../diagnostics/quote.js'
import type { ElementName, Place } from '../../../model/index.js'
import { clusterOption } from '../../../options/cluster-options.js'
import type { ValueType } from '../../../options/facts.js'
import { metaAttribute } from '../../../options/meta-attributes.js'
import { hasTrailingText } from '../../../options/values.js'
import { attributeOf } from '../../attribute.js'
import { defineRule, parentOf, type RuleContext } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'

interface Parameters {
  readonly name: string
  readonly value: string
}

/** What has a score, which a schema compares where the CIB names one. */
const scored: readonly ElementName[] = [
  'rsc_location',
  'rsc_colocation',
  'rsc_order',
  'resource_set',
  'rule',
  'node',
  'cluster_property_set',
  'meta_attributes',
  'instance_attributes',
  'utilization',
]

/** A number followed by something that Pacemaker ignores. */
export const rule = defineRule<Parameters>({
  code: 'number-misread',
  severity: 'warning',
  message: ({ name, value }) =>
    `${name} ${quote(value)} is not a whole number: Pacemaker reads ${numberIn(value)}`,
  hint: ({ value }) => `write ${numberIn(value)}, or the number that is meant`,
  visit: {
    nvpair: (place, { report }) => {
      const { name = '', value = '' } = place.element
      const type = typeOf(place, name)
      if (type !== undefined && numbers.includes(type) && hasTrailingText(value))
        report({ place, attribute: 'value' }, { name, value })
    },
    ...Object.fromEntries(scored.map((name) => [name, visitScored])),
  },
})

function visitScored(place: Place, { facts, report }: RuleContext<Parameters>): void {
  const value = facts.hasSchema ? undefined : attributeOf(place.element, 'score')
  if (value !== undefined && hasTrailingText(value))
    report({ place, attribute: 'score' }, { name: 'score', value })
}

const numbers: readonly ValueType[] = ['integer', 'nonnegative_integer', 'positive_integer', 'score']

function typeOf(place: Place, name: string): ValueType | undefined {
  if (parentOf(place, 'cluster_property_set') !== undefined) return clusterOption(name)?.type
  if (parentOf(place, 'meta_attributes') === undefined) return undefined
  const owner = place.parent?.parent?.element.element
  return owner === 'op' || owner === 'op_defaults' ? undefined : metaAttribute(name)?.type
}

function numberIn(value: string): string {
  return /[+-]?\d+/.exec(value)?.[0] ?? '0'
}

export const docs: RuleDocs = {
  about: 'A number is followed by other characters.',
  why: 'Pacemaker stops reading at the first character that is no digit: a stickiness of 1e6 is 1, one of 1,000 is 1 as well.',
  source: 'crm_simulate of 2.0.5, 2.1.5 and 3.0.0, tried with each form',
  pacemaker: { does: 'logs a warning and uses the digits at the start', versions: 'all' },
  wrong: `cluster({ rscDefaults: { 'resource-stickiness': '1e6' } })`,
  right: `cluster({ rscDefaults: { 'resource-stickiness': 'INFINITY' } })`,
  fix: 'pcs resource defaults update resource-stickiness=INFINITY',
}
