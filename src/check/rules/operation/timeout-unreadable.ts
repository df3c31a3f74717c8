import { quote } from '../../../diagnostics/quote.js'
import { timeoutMs } from '../../../options/values.js'
import { isOperationMeta } from '../../lookup/operation-settings.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'

/** A timeout or start-delay that Pacemaker cannot read. */
export const rule = defineRule<{ attribute: string; value: string }>({
  code: 'timeout-unreadable',
  severity: 'warning',
  message: ({ attribute, value }) =>
    `${attribute} ${quote(value)} is not a number of seconds or one with a unit: Pacemaker uses ${
      attribute === 'timeout' ? '20s' : '0'
    }`,
  hint: ({ value }) =>
    value.startsWith('P')
      ? 'ISO 8601 is not read here: write a whole number with the unit ms, s, min or h'
      : 'write a whole number with the unit ms, s, min or h',
  visit: {
    op: (place, { report }) => {
      const { timeout, startDelay } = place.element
      for (const [attribute, value] of Object.entries({ timeout, 'start-delay': startDelay })) {
        if (value !== undefined && timeoutMs(value) === undefined)
          report({ place, attribute }, { attribute, value })
      }
    },
    nvpair: (place, { report }) => {
      const { name = '', value } = place.element
      if (value === undefined || !isOperationMeta(place) || !['timeout', 'start-delay'].includes(name)) return
      if (timeoutMs(value) === undefined) report({ place, attribute: 'value' }, { attribute: name, value })
    },
  },
})

export const docs: RuleDocs = {
  about: 'The timeout or the start-delay of an operation cannot be read.',
  why: 'A database that needs five minutes to start is given 20 seconds, and is stopped again. An ISO 8601 duration, which an interval may be, is not read here.',
  source: 'crm_simulate of 2.0.5, 2.1.5 and 3.0.0, tried with many texts',
  pacemaker: { does: 'uses 20 seconds, and warns since 2.1.9', versions: 'all' },
  wrong: `cluster({ resources: [systemd('db', { operations: { start: { timeout: 'PT5M' } } })] })`,
  right: `cluster({ resources: [systemd('db', { operations: { start: { timeout: '5min' } } })] })`,
  fix: 'pcs resource update db op start timeout=5min',
}
