import {
  type CibElement,
  claimId,
  type Expression,
  type OpExpression,
  pcsId,
  type RscExpression,
  sanitizeId,
} from '../../../model/index.js'
import { fieldsOf } from '../../command/attribute-words.js'
import type { Produced } from '../../command/conversion.js'
import type { Around, SaidPart } from './rule.js'

const comparisons = ['eq', 'ne', 'lt', 'gt', 'lte', 'gte']
const tests = ['defined', 'not_defined']
const types: Readonly<Record<string, RegExp>> = {
  string: /^/,
  integer: /^[-+]?[0-9]+$/,
  number: /^[-+]?([0-9]+|[0-9]*\.[0-9]+|[0-9]+\.[0-9]*)([eE][+-]?[0-9]+)?$/,
  version: /^[0-9]+(\.[0-9]+)*$/,
}
const keywords = [
  ...[...comparisons, ...tests, ...Object.keys(types)],
  ...['in_range', 'to', 'and', 'or', 'date', 'date-spec', 'duration', 'resource', 'op'],
]

/** True for what no rule takes for one of its own words. */
function isName(text: string): boolean {
  return /^[A-Za-z0-9_#.][A-Za-z0-9_#.:-]*$/.test(text) && !keywords.includes(text.toLowerCase())
}

function isValue(text: string, isOneWord: boolean): boolean {
  if (text === '' || /[()]/.test(text) || text.startsWith('--') || keywords.includes(text.toLowerCase()))
    return false
  return !isOneWord || !/\s/.test(text)
}

/** `attribute eq value`, `defined attribute`. */
export function sayExpression(
  expression: Expression,
  { id: owner, form, context }: Around,
): SaidPart<Expression> | undefined {
  const { attribute = '', operation = '', value, type } = expression
  const id = claimId(pcsId.expression(owner), context.ids)
  const makes: Produced<Expression> = {
    ...fieldsOf(expression, ['attribute', 'operation', 'value', 'type']),
    element: 'expression',
    id,
  }
  if (isName(attribute) && tests.includes(operation) && value === undefined && type === undefined) {
    return { words: [operation, attribute], makes }
  }
  const isTyped = type === undefined || types[type]?.test(value ?? '') === true
  const takesValue = value !== undefined && isValue(value, form.isOneWord)
  if (isName(attribute) && comparisons.includes(operation) && takesValue && isTyped) {
    return { words: [attribute, operation, ...(type === undefined ? [] : [type]), value], makes }
  }
  return refuse(expression, [attribute, operation, type, value], context)
}

/** `resource ocf:heartbeat:IPaddr2`, parts left empty for any. */
export function sayAgentTest(
  test: RscExpression,
  { id: owner, context }: Around,
): SaidPart<RscExpression> | undefined {
  const parts = [test.class, test.provider, test.type]
  const given = parts.filter((part) => part !== undefined)
  const id = claimId(sanitizeId(`${owner}-rsc-${given.join('-')}`), context.ids)
  if (given.length === 0 || !given.every((part) => /^[A-Za-z0-9_.-]+$/.test(part))) {
    return refuse(test, ['resource', ...parts], context)
  }
  const words = ['resource', parts.map((part) => part ?? '').join(':')]
  return { words, makes: { ...fieldsOf(test, ['class', 'provider', 'type']), element: 'rsc_expression', id } }
}

/** `op monitor interval=10s`. */
export function sayOpTest(
  test: OpExpression,
  { id: owner, context }: Around,
): SaidPart<OpExpression> | undefined {
  const { name = '', interval } = test
  const id = claimId(sanitizeId(`${owner}-op-${name}`), context.ids)
  const isUsable =
    /^[A-Za-z0-9_-]+$/.test(name) && (interval === undefined || /^[0-9]+[a-z]*$/.test(interval))
  if (!isUsable) return refuse(test, ['op', name, interval], context)
  const words = ['op', name, ...(interval === undefined ? [] : [`interval=${interval}`])]
  return { words, makes: { ...fieldsOf(test, ['name', 'interval']), element: 'op_expression', id } }
}

function refuse(
  element: CibElement,
  words: readonly (string | undefined)[],
  context: Around['context'],
): undefined {
  const text = words.filter((word) => word !== undefined).join(' ')
  context.refuse({ element, what: `the test ${JSON.stringify(text)} in a rule` })
  return undefined
}
