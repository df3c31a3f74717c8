import { quote } from '../../../diagnostics/quote.js'
import { durationMs } from '../../../options/values.js'
import { attributePlace, operationDefault, operationValue } from '../../lookup/operation-settings.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'

/** A time to align an operation with that is none. */
export const rule = defineRule<{ value: string }>({
  code: 'interval-origin-invalid',
  severity: 'error',
  message: ({ value }) =>
    `interval-origin ${quote(value)} is not an ISO 8601 time: Pacemaker runs the operation at any time`,
  hint: () => 'write a time such as 2030-01-01T03:00:00Z',
  visit: {
    op: (place, { cluster, report }) => {
      const value = operationValue(place.element, 'interval-origin', cluster)
      if (value === undefined || isTime(value.trim())) return
      if ((durationMs(place.element.interval ?? '0') ?? 0) === 0) return
      report(attributePlace(place, 'interval-origin'), { value })
    },
    nvpair: (place, { report }) => {
      const value = operationDefault(place, 'interval-origin')
      if (value !== undefined && !isTime(value.trim())) report({ place, attribute: 'value' }, { value })
    },
  },
})

const date = /^(\d{4}-(0\d|1[0-2])(-([0-2]\d|3[01]))?|\d{8}|\d{4}-[0-3]\d\d|\d{4}-?W[0-5]\d(-?[1-7])?|epoch)$/
const time = /^([01]\d|2[0-4])(:?[0-5]\d(:?[0-5]\d(\.\d+)?)?)?\s*(Z|[+-]\d\d(:?\d\d)?)?$/

function isTime(value: string): boolean {
  const [first = '', ...rest] = value.split(/[T ]+/)
  const later = rest.join('')
  return later === '' ? date.test(first) || time.test(first) : date.test(first) && time.test(later)
}

export const docs: RuleDocs = {
  about: 'The interval-origin of an operation is no time.',
  why: 'An expensive check that is meant for the night runs in the middle of the day.',
  source: 'Pacemaker Explained, operation properties, interval-origin',
  pacemaker: { does: 'logs an error and does not align the operation', versions: '2.0.4 and later' },
  wrong: `cluster({ resources: [systemd('web', { operations: { monitor: { interval: '24h', intervalOrigin: 'at night' } } })] })`,
  right: `cluster({ resources: [systemd('web', { operations: { monitor: { interval: '24h', intervalOrigin: '2030-01-01T03:00:00Z' } } })] })`,
  fix: 'pcs resource update web op monitor interval=24h interval-origin=2030-01-01T03:00:00Z',
}
