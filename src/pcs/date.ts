import { claimId, type DateExpression, type Element, pcsId } from '../model/index.js'
import type { Around, SaidPart } from './rule.js'
import { attributesOf, fieldsOf } from './words.js'

/** `date gt START`, `date in_range START to END`, `date-spec hours=8-16`. */
export function sayDate(
  date: DateExpression,
  { id: owner, context }: Around,
): SaidPart<DateExpression> | undefined {
  const id = claimId(pcsId.expression(owner), context.ids)
  const words = wordsOf(date)
  if (words === undefined) {
    context.refuse({ element: date, what: `this ${date.operation ?? ''} of dates in a rule` })
    return undefined
  }
  const { duration, dateSpec } = date
  return {
    words,
    makes: {
      ...fieldsOf(date, ['operation', 'start', 'end']),
      element: 'date_expression',
      id,
      duration: duration && { ...duration, id: claimId(`${id}-duration`, context.ids) },
      dateSpec: dateSpec && { ...dateSpec, id: claimId(`${id}-datespec`, context.ids) },
    },
  }
}

function wordsOf(date: DateExpression): readonly string[] | undefined {
  const { operation, start, end, duration, dateSpec } = date
  const only = (...wanted: readonly unknown[]) =>
    [start, end, duration, dateSpec].every((part) => part === undefined || wanted.includes(part))
  if (operation === 'date_spec' && dateSpec !== undefined && only(dateSpec))
    return partWords('date-spec', dateSpec)
  if (operation === 'gt' && isDate(start) && only(start)) return ['date', 'gt', start]
  if (operation === 'lt' && isDate(end) && only(end)) return ['date', 'lt', end]
  if (operation !== 'in_range' || !isDate(start)) return undefined
  const isRange = isDate(end) && start < end && start.includes('T') === end.includes('T')
  if (isRange && only(start, end)) return ['date', 'in_range', start, 'to', end]
  const parts = duration !== undefined && only(start, duration) ? partWords('duration', duration) : undefined
  return parts && ['date', 'in_range', start, 'to', ...parts]
}

/** True for dates that all tools read alike: a day, or a day and a time with its zone. */
function isDate(text: string | undefined): text is string {
  const match = /^(\d{4}-\d\d-\d\d)(T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?(Z|[+-]\d\d:\d\d))?$/.exec(text ?? '')
  const day = match?.[1]
  return day !== undefined && !day.startsWith('0') && isDay(day)
}

function isDay(day: string): boolean {
  const date = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day)
}

/** The parts of durations and the limits of parts of dates that every pcs knows. */
const durations = ['hours', 'weeks', 'months', 'years']
const limits: Readonly<Record<string, readonly [number, number]>> = {
  hours: [0, 23],
  monthdays: [1, 31],
  weekdays: [1, 7],
  months: [1, 12],
  weeks: [1, 53],
  years: [1, 9999],
  weekyears: [1, 53],
}

/** `date-spec hours=8-16 weekdays=1-5`, where pcs takes all of it. */
function partWords(keyword: 'date-spec' | 'duration', element: Element): readonly string[] | undefined {
  const parts = Object.entries(attributesOf(element)).filter(([name]) => name !== 'id')
  const takesAll = parts.every(([name, value]) => {
    const [low, high] = limits[name] ?? [1, 0]
    if (keyword === 'duration') return durations.includes(name) && /^[1-9][0-9]{0,5}$/.test(value)
    const [from = Number.NaN, to = from + 1] = value.split('-').map(Number)
    return (
      /^[0-9]+(-[0-9]+)?$/.test(value) &&
      low <= from &&
      from < to &&
      to <= high + (value.includes('-') ? 0 : 1)
    )
  })
  return takesAll && parts.length > 0
    ? [keyword, ...parts.map(([name, value]) => `${name}=${value}`)]
    : undefined
}
