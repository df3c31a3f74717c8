import { claimId, pcsId, sanitizeId } from '../../../model/ids.js'
import type { CibElement, Expression, OpExpression, RscExpression } from '../../../model/index.js'
import { fieldsOf } from '../../command/attribute-words.js'
import type { Produced } from '../../command/conversion.js'
import type { ConvertedPart, RuleContext } from './rule-context.js'

const comparisons = ['eq', 'ne', 'lt', 'gt', 'lte', 'gte']
const definedTests = ['defined', 'not_defined']
const types: Readonly<Record<string, RegExp>> = {
  string: /^/,
  integer: /^[-+]?[0-9]+$/,
  number: /^[-+]?([0-9]+|[0-9]*\.[0-9]+|[0-9]+\.[0-9]*)([eE][+-]?[0-9]+)?$/,
  version: /^[0-9]+(\.[0-9]+)*$/,
}
const keywords = [
  ...[...comparisons, ...definedTests, ...Object.keys(types)],
  ...['in_range', 'to', 'and', 'or', 'date', 'date-spec', 'duration', 'resource', 'op'],
]

/** True for an attribute's name that is no keyword of rules. */
function isName(text: string): boolean {
  return /^[A-Za-z0-9_#.][A-Za-z0-9_#.:-]*$/.test(text) && !keywords.includes(text.toLowerCase())
}

function isValue(text: string, isOneWord: boolean): boolean {
  if (text === '' || /[()]/.test(text) || text.startsWith('--') || keywords.includes(text.toLowerCase()))
    return false
  return !isOneWord || !/\s/.test(text)
}

/** `attribute eq value`, `defined attribute`. */
export function convertExpression(
  expression: Expression,
  { id: owner, form, context }: RuleContext,
): ConvertedPart<Expression> | undefined {
  const { attribute = '', operation = '', value, type } = expression
  const id = claimId(pcsId.expression(owner), context.ids)
  const produces: Produced<Expression> = {
    ...fieldsOf(expression, ['attribute', 'operation', 'value', 'type']),
    element: 'expression',
    id,
  }
  if (isName(attribute) && definedTests.includes(operation) && value === undefined && type === undefined) {
    return { words: [operation, attribute], produces }
  }
  const isTyped =
    type === undefined || (Object.hasOwn(types, type) && types[type]?.test(value ?? '') === true)
  const acceptsValue = value !== undefined && isValue(value, form.isOneWord)
  if (isName(attribute) && comparisons.includes(operation) && acceptsValue && isTyped) {
    return { words: [attribute, operation, ...(type === undefined ? [] : [type]), value], produces }
  }
  return unsupported(expression, [attribute, operation, type, value], context)
}

/** `resource ocf:heartbeat:IPaddr2`; an empty part matches all. */
export function convertRscExpression(
  test: RscExpression,
  { id: owner, context }: RuleContext,
): ConvertedPart<RscExpression> | undefined {
  const parts = [test.class, test.provider, test.type]
  const given = parts.filter((part) => part !== undefined)
  const id = claimId(sanitizeId(`${owner}-rsc-${given.join('-')}`), context.ids)
  if (given.length === 0 || !given.every((part) => /^[A-Za-z0-9_.-]+$/.test(part))) {
    return unsupported(test, ['resource', ...parts], context)
  }
  const words = ['resource', parts.map((part) => part ?? '').join(':')]
  return {
    words,
    produces: { ...fieldsOf(test, ['class', 'provider', 'type']), element: 'rsc_expression', id },
  }
}

/** `op monitor interval=10s`. */
export function convertOpExpression(
  test: OpExpression,
  { id: owner, context }: RuleContext,
): ConvertedPart<OpExpression> | undefined {
  const { name = '', interval } = test
  const id = claimId(sanitizeId(`${owner}-op-${name}`), context.ids)
  const isUsable =
    /^[A-Za-z0-9_-]+$/.test(name) && (interval === undefined || /^[0-9]+[a-z]*$/.test(interval))
  if (!isUsable) return unsupported(test, ['op', name, interval], context)
  const words = ['op', name, ...(interval === undefined ? [] : [`interval=${interval}`])]
  return { words, produces: { ...fieldsOf(test, ['name', 'interval']), element: 'op_expression', id } }
}

function unsupported(
  element: CibElement,
  words: readonly (string | undefined)[],
  context: RuleContext['context'],
): undefined {
  const text = words.filter((word) => word !== undefined).join(' ')
  context.unsupported({ element, what: `the expression ${JSON.stringify(text)} in a rule` })
  return undefined
}
