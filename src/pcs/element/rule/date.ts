import { claimId, pcsId } from '../../../model/ids.js'
import type { CibElement, DateExpression } from '../../../model/index.js'
import { attributesOf, fieldsOf } from '../../command/attribute-words.js'
import type { Dialect } from '../../command/pcs-version.js'
import type { ConvertedPart, RuleContext, RuleForm } from './rule-context.js'

/** `date gt START`, `date in_range START to END`, `date-spec hours=8-16`. */
export function convertDateExpression(
  date: DateExpression,
  { id: owner, form, context }: RuleContext,
): ConvertedPart<DateExpression> | undefined {
  const id = claimId(pcsId.expression(owner), context.ids)
  const words = wordsOf(date, form, context.dialect)
  if (words === undefined) {
    context.unsupported({ element: date, what: `this date expression in a rule: ${date.operation ?? ''}` })
    return undefined
  }
  const { duration, dateSpec } = date
  return {
    words,
    produces: {
      ...fieldsOf(date, ['operation', 'start', 'end']),
      element: 'date_expression',
      id,
      duration: duration && { ...duration, id: claimId(`${id}-duration`, context.ids) },
      dateSpec: dateSpec && { ...dateSpec, id: claimId(`${id}-datespec`, context.ids) },
    },
  }
}

function wordsOf(date: DateExpression, form: RuleForm, dialect: Dialect): readonly string[] | undefined {
  const { operation, start, end, duration, dateSpec } = date
  const given = Object.entries({ start, end, duration, dateSpec }).filter(([, part]) => part !== undefined)
  switch ([operation, ...given.map(([name]) => name)].join(' ')) {
    case 'date_spec dateSpec':
      return dateSpec && partWords('date-spec', dateSpec, dialect)
    case 'gt start':
      return isDate(start) ? ['date', 'gt', start] : undefined
    case 'lt end':
      return isDate(end) ? ['date', 'lt', end] : undefined
    case 'in_range end':
      return form.isOneWord && isDate(end) ? ['date', 'in_range', 'to', end] : undefined
    case 'in_range start end': {
      if (!isDate(start) || !isDate(end)) return undefined
      return form.isOneWord && !isBefore(start, end) ? undefined : ['date', 'in_range', start, 'to', end]
    }
    case 'in_range start duration': {
      const parts = duration && partWords('duration', duration, dialect)
      return parts && isDate(start) ? ['date', 'in_range', start, 'to', ...parts] : undefined
    }
    default:
      return undefined
  }
}

/** True where one date is before the other; a day and a time are not compared. */
function isBefore(start: string, end: string): boolean {
  return start.includes('T') === end.includes('T') && Date.parse(start) < Date.parse(end)
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

/** The units of durations and the limits of the parts of dates that every pcs knows, and those of pcs 0.12. */
const durations = ['hours', 'weeks', 'months', 'years']
const newDurations = [...durations, 'days', 'minutes', 'seconds']
type Limits = Readonly<Record<string, readonly [number, number]>>
const limits: Limits = {
  hours: [0, 23],
  monthdays: [1, 31],
  weekdays: [1, 7],
  months: [1, 12],
  weeks: [1, 53],
  years: [1, 9999],
  weekyears: [1, 53],
}
const newLimits: Limits = {
  ...limits,
  seconds: [0, 59],
  minutes: [0, 59],
  yeardays: [1, 366],
  weekyears: [1, 9999],
}

/** `date-spec hours=8-16 weekdays=1-5`, where pcs accepts all of it. */
function partWords(
  keyword: 'date-spec' | 'duration',
  element: CibElement,
  { hasOneWordRules: isNew }: Dialect,
): readonly string[] | undefined {
  const parts = Object.entries(attributesOf(element)).filter(([name]) => name !== 'id')
  const accepts = keyword === 'duration' ? acceptsDuration : acceptsDatePart
  if (parts.length === 0 || !parts.every(([name, value]) => accepts(name, value, isNew))) return undefined
  return [keyword, ...parts.map(([name, value]) => `${name}=${value}`)]
}

function acceptsDuration(name: string, value: string, isNew: boolean): boolean {
  return (isNew ? newDurations : durations).includes(name) && /^[1-9][0-9]{0,5}$/.test(value)
}

/** True for a number within the limits of the part, or two of them with a dash between. */
function acceptsDatePart(name: string, value: string, isNew: boolean): boolean {
  const [low, high] = (isNew ? newLimits : limits)[name] ?? [1, 0]
  const [from = Number.NaN, to = from] = value.split('-').map(Number)
  const isRange = value.includes('-')
  return /^[0-9]+(-[0-9]+)?$/.test(value) && low <= from && to <= high && (!isRange || from < to)
}
