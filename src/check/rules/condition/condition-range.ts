import { quote } from '../../../diagnostics/quote.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'

/** A time that ends before it begins. */
export const rule = defineRule<{ start: string; end: string }>({
  code: 'condition-range',
  severity: 'warning',
  message: ({ start, end }) =>
    `the range from ${quote(start)} to ${quote(end)} ends before it begins: the condition is never met`,
  hint: () => 'exchange start and end',
  visit: {
    date_expression: (place, { report }) => {
      const { operation = 'in_range', start = '', end = '' } = place.element
      if (operation.toLowerCase() !== 'in_range' || zoneOf(start) !== zoneOf(end)) return
      if (timeOf(start) > timeOf(end)) report({ place, attribute: 'end' }, { start, end })
    },
  },
})

const dateAndTime = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d)?) ?(Z|[-+]\d\d:?\d\d)?)?$/

/** In milliseconds, of whatever zone; NaN for another way to write dates. */
function timeOf(text: string): number {
  const [, date, time = '00:00'] = dateAndTime.exec(text) ?? []
  return date === undefined ? Number.NaN : Date.parse(`${date}T${time}Z`)
}

function zoneOf(text: string): string | undefined {
  return dateAndTime.exec(text)?.[3]
}

export const docs: RuleDocs = {
  about: 'The end of a date expression is before its start.',
  why: 'Such a condition is never met: a window of maintenance, or a location for office hours, silently has no effect.',
  source: 'Pacemaker Explained, date expressions',
  pacemaker: { does: 'takes the condition as not met, without a message', versions: 'all' },
  wrong: `cluster({
  resources: [systemd('web')],
  constraints: [locationRule('web', rule({ score: 100 }, dateExpression('in_range', { start: '2030-05-01', end: '2030-04-01' })))],
})`,
  right: `cluster({
  resources: [systemd('web')],
  constraints: [locationRule('web', rule({ score: 100 }, dateExpression('in_range', { start: '2030-04-01', end: '2030-05-01' })))],
})`,
  fix: 'pcs constraint delete location-web; pcs constraint location web rule score=100 date in_range 2030-04-01 to 2030-05-01',
}
