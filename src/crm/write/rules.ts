import type { RawElement } from '../../model/index.js'
import { attributeOf } from '../read/cursor.js'

/** `rule [$id=ID] [$role=ROLE] SCORE: EXPRESSION [and EXPRESSION ...]`, as words. */
export function ruleWords(rule: RawElement, prefix: string): readonly string[] {
  const idRef = attributeOf(rule, 'id-ref')
  if (idRef !== undefined) return ['rule', `$id-ref=${idRef}`]
  const [id, role] = ['id', 'role'].map((name) => attributeOf(rule, name))
  const operator = attributeOf(rule, 'boolean-op') ?? 'and'
  return [
    'rule',
    ...(id === `${prefix}-rule` ? [] : [`$id=${id}`]),
    ...(role === undefined ? [] : [`$role=${role}`]),
    `${scoreWord(rule)}:`,
    ...rule.children.flatMap((child, at) => [...(at === 0 ? [] : [operator]), ...expressionWords(child)]),
  ]
}

/** The score of a rule or constraint, infinity in short; or the attribute that has it. */
export function scoreWord(element: RawElement): string {
  return (
    attributeOf(element, 'score')?.replace('INFINITY', 'inf') ?? attributeOf(element, 'score-attribute') ?? ''
  )
}

function expressionWords(expression: RawElement): readonly string[] {
  const [attribute = '', operation = '', type, value, source, start, end] = [
    'attribute',
    'operation',
    'type',
    'value',
    'value-source',
    'start',
    'end',
  ].map((name) => attributeOf(expression, name))
  if (expression.name === 'date_expression') {
    if (operation === 'lt' || operation === 'gt')
      return ['date', operation, (operation === 'lt' ? end : start) ?? '']
    const interval = [
      ...(start === undefined ? [] : [`start=${start}`]),
      ...(end === undefined ? [] : [`end=${end}`]),
    ]
    const parts = expression.children.flatMap(({ attributes }) =>
      attributes.filter(([name]) => name !== 'id').map(([name, given]) => `${name}=${given}`),
    )
    return ['date', operation === 'in_range' ? 'in' : 'spec', ...interval, ...parts]
  }
  if (operation === 'defined' || operation === 'not_defined') return [operation, attribute]
  const typed = type === undefined ? operation : `${type}:${operation}`
  return [attribute, typed, source === undefined ? (value ?? '') : `${source}{${value ?? ''}}`]
}
