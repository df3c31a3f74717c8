import { quote } from '../../../diagnostics/quote.js'
import type { Place } from '../../../model/index.js'
import { clusterOption } from '../../../options/cluster-options.js'
import { metaAttribute } from '../../../options/meta-attributes.js'
import { operationAttribute } from '../../../options/operations.js'
import { durationMs, isPlainDuration, timeoutMs } from '../../../options/values.js'
import { durationText } from '../../lookup/duration-text.js'
import { defineRule, parentOf } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'

/** A duration that Pacemaker reads, but not as it is written. */
export const rule = defineRule<{ name: string; value: string; milliseconds: number }>({
  code: 'duration-misread',
  severity: 'error',
  message: ({ name, value, milliseconds }) =>
    `${name} ${quote(value)} is not what it seems: Pacemaker reads ${durationText(milliseconds)}`,
  hint: () => 'write a whole number with the unit ms, s, min or h',
  visit: {
    nvpair: (place, { report }) => {
      const { name = '', value = '' } = place.element
      const type = typeOf(place, name)
      const milliseconds = misread(type, value)
      if (milliseconds !== undefined) report({ place, attribute: 'value' }, { name, value, milliseconds })
    },
    op: (place, { report }) => {
      const { interval, timeout, startDelay } = place.element
      const given = { interval, timeout, 'start-delay': startDelay }
      for (const [attribute, value] of Object.entries(given)) {
        if (value === undefined) continue
        const milliseconds = misread(attribute === 'interval' ? 'duration' : 'timeout', value)
        if (milliseconds !== undefined) report({ place, attribute }, { name: attribute, value, milliseconds })
      }
    },
  },
})

function typeOf(place: Place, name: string): string | undefined {
  if (parentOf(place, 'cluster_property_set') !== undefined) return clusterOption(name)?.type
  if (parentOf(place, 'meta_attributes') === undefined) return undefined
  const owner = place.parent?.parent?.element.element
  return owner === 'op' || owner === 'op_defaults'
    ? operationAttribute(name)?.type
    : metaAttribute(name)?.type
}

/** The milliseconds that Pacemaker reads, where they are not what is written. */
function misread(type: string | undefined, value: string): number | undefined {
  if ((type !== 'duration' && type !== 'timeout') || isPlainDuration(value)) return undefined
  return type === 'duration' ? durationMs(value) : timeoutMs(value)
}

export const docs: RuleDocs = {
  about: 'Pacemaker reads a duration as another than the one that is written.',
  why: 'Of a unit only the first letters count, so 2months are two minutes; a fraction is cut off; and an ISO 8601 duration in days or years is one short, so P1D is no time at all.',
  source: 'crm_simulate of 2.0.5, 2.1.5 and 3.0.0, tried with each form',
  pacemaker: { does: 'uses the other duration without a word', versions: 'all' },
  wrong: `cluster({
  resources: [systemd('backup', { operations: { monitor: { interval: 'P1D' }, start: { timeout: '1.5min' } } })],
})`,
  right: `cluster({
  resources: [systemd('backup', { operations: { monitor: { interval: '24h' }, start: { timeout: '90s' } } })],
})`,
  fix: 'pcs resource update backup op monitor interval=24h op start timeout=90s',
}
