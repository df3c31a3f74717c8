import { quote } from '../../../diagnostics/quote.js'
import { durationMs } from '../../../options/values.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'

/** An interval that Pacemaker cannot read. */
export const rule = defineRule<{ name: string; value: string }>({
  code: 'interval-unreadable',
  severity: 'error',
  message: ({ name, value }) =>
    `interval ${quote(value)} of operation ${quote(name)} is not a duration: Pacemaker reads 0, so that it never recurs`,
  hint: () => 'write a whole number with the unit ms, s, min or h',
  visit: {
    op: (place, { report }) => {
      const { name = '', interval } = place.element
      if (interval !== undefined && durationMs(interval) === undefined)
        report({ place, attribute: 'interval' }, { name, value: interval })
    },
  },
})

export const docs: RuleDocs = {
  about: 'The interval of an operation is no duration.',
  why: 'A monitor with such an interval runs once, when the resource starts. Its failure later on goes unnoticed.',
  source: 'crm_simulate of 2.0.5, 2.1.5 and 3.0.0, tried with many texts',
  pacemaker: { does: 'logs a warning and uses 0', versions: '2.0.3 and later' },
  wrong: `cluster({ resources: [systemd('web', { operations: { monitor: { interval: '10 parsecs' } } })] })`,
  right: `cluster({ resources: [systemd('web', { operations: { monitor: { interval: '10s' } } })] })`,
  fix: 'pcs resource update web op monitor interval=10s',
}
