import {
  claimId,
  type DateExpression,
  type Element,
  type Expression,
  pcsId,
  type Rule,
} from '../model/index.js'
import type { SaidPart } from './rule.js'
import type { Context, Made } from './saying.js'
import { attributesOf, fieldsOf } from './words.js'

const comparisons = ['eq', 'ne', 'lt', 'gt', 'lte', 'gte']
const tests = ['defined', 'not_defined']
const types: Readonly<Record<string, RegExp>> = {
  string: /^/,
  integer: /^[-+]?[0-9]+$/,
  number: /^[-+]?([0-9]+|[0-9]*\.[0-9]+|[0-9]+\.[0-9]*)([eE][+-]?[0-9]+)?$/,
  version: /^[0-9]+(\.[0-9]+)*$/,
}
const keywords = [
  ...comparisons,
  ...tests,
  ...Object.keys(types),
  ...['in_range', 'to', 'and', 'or', 'date', 'date-spec', 'duration'],
]
const isAttribute = (text: string) =>
  /^[A-Za-z0-9_#.][A-Za-z0-9_#.:-]*$/.test(text) && !keywords.includes(text)
const isValue = (text: string) =>
  !/[()]/.test(text) && text !== '' && !text.startsWith('--') && !keywords.includes(text)

/** `attribute eq value`, `defined attribute`. */
export function sayExpression(
  expression: Expression,
  rule: Rule,
  context: Context,
): SaidPart<Expression> | undefined {
  const { attribute = '', operation = '', value, type } = expression
  const id = claimId(pcsId.expression(rule.id ?? ''), context.ids)
  const makes: Made<Expression> = {
    ...fieldsOf(expression, ['attribute', 'operation', 'value', 'type']),
    element: 'expression',
    id,
  }
  if (isAttribute(attribute) && tests.includes(operation) && value === undefined && type === undefined) {
    return { words: [operation, attribute], makes }
  }
  const isTyped = type === undefined || types[type]?.test(value ?? '') === true
  if (
    isAttribute(attribute) &&
    comparisons.includes(operation) &&
    value !== undefined &&
    isValue(value) &&
    isTyped
  ) {
    return { words: [attribute, operation, ...(type === undefined ? [] : [type]), value], makes }
  }
  const what = [attribute, operation, type, value].filter((word) => word !== undefined).join(' ')
  context.refuse({ element: expression, what: `the expression ${JSON.stringify(what)}` })
  return undefined
}

const isDate = (text: string | undefined): text is string =>
  text !== undefined && /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)?)?$/.test(text)
const limits: Readonly<Record<string, readonly [number, number]>> = {
  hours: [0, 23],
  monthdays: [1, 31],
  weekdays: [1, 7],
  yeardays: [1, 366],
  months: [1, 12],
  weeks: [1, 53],
  years: [1, 9999],
  weekyears: [1, 53],
}

/** `date gt START`, `date in_range START to END`, `date-spec hours=8-16`. */
export function sayDate(
  date: DateExpression,
  rule: Rule,
  context: Context,
): SaidPart<DateExpression> | undefined {
  const id = claimId(pcsId.expression(rule.id ?? ''), context.ids)
  const words = dateWords(date)
  if (words === undefined) {
    context.refuse({
      element: date,
      what: `the date expression ${JSON.stringify(date.operation ?? '')} as it stands`,
    })
    return undefined
  }
  const { duration, dateSpec } = date
  const makes: Made<DateExpression> = {
    ...fieldsOf(date, ['operation', 'start', 'end']),
    element: 'date_expression',
    id,
    duration: duration && { ...duration, id: claimId(`${id}-duration`, context.ids) },
    dateSpec: dateSpec && { ...dateSpec, id: claimId(`${id}-datespec`, context.ids) },
  }
  return { words, makes }
}

function dateWords(date: DateExpression): readonly string[] | undefined {
  const { operation, start, end, duration, dateSpec } = date
  const has = { start: start !== undefined, end: end !== undefined, duration: duration !== undefined }
  if (operation === 'date_spec' && dateSpec !== undefined && !has.start && !has.end && !has.duration) {
    return partWords('date-spec', dateSpec, /^[0-9]+(-[0-9]+)?$/)
  }
  if (dateSpec !== undefined) return undefined
  if (operation === 'gt' && isDate(start) && !has.end && !has.duration) return ['date', 'gt', start]
  if (operation === 'lt' && isDate(end) && !has.start && !has.duration) return ['date', 'lt', end]
  if (operation !== 'in_range' || !isDate(start)) return undefined
  if (isDate(end) && !has.duration) return ['date', 'in_range', start, 'to', end]
  const parts = has.end || duration === undefined ? undefined : partWords('duration', duration, /^[0-9]+$/)
  return parts && ['date', 'in_range', start, 'to', ...parts]
}

/** `date-spec hours=8-16 weekdays=1-5`, where pcs takes all of it. */
function partWords(keyword: string, element: Element, form: RegExp): readonly string[] | undefined {
  const parts = Object.entries(attributesOf(element)).filter(([name]) => name !== 'id')
  const takesAll = parts.every(([name, value]) => {
    const [low, high] = limits[name] ?? [1, 0]
    const [from = Number.NaN, to = from + 1] = value.split('-').map(Number)
    return (
      form.test(value) &&
      low <= from &&
      (keyword === 'duration' || (from <= high && from < to && to <= high + 1))
    )
  })
  return takesAll && parts.length > 0
    ? [keyword, ...parts.map(([name, value]) => `${name}=${value}`)]
    : undefined
}
