import { type Cursor, type Draft, draft, setAttribute } from './cursor.js'

const dateKeys =
  'hours|minutes|seconds|monthdays|weekdays|yearsdays|yeardays|months|weeks|years|weekyears|moon'
const interval = /^(start|end)$/

/** The rules that follow: `rule [$id=ID] [$role=ROLE] [SCORE:] EXPRESSION [and EXPRESSION ...]`. */
export function readRules(cursor: Cursor): readonly Draft[] {
  const rules: Draft[] = []
  while (cursor.match(/^rule$/i)) rules.push(readRule(cursor))
  return rules
}

function readRule(cursor: Cursor): Draft {
  const [, idRef] = cursor.match(/^\$id-ref=(.*)$/s) ?? []
  if (idRef !== undefined) return draft('rule', { 'id-ref': idRef })
  const [, id] = cursor.match(/^\$id=(.*)$/s) ?? []
  const [, role] = cursor.match(/^\$?role=(.+)$/s) ?? []
  const rule = draft('rule', { id, role })
  const [, score] = cursor.match(/^([^:]+):$/) ?? []
  setAttribute(rule, ...scoreOf(score ?? 'inf'))
  rule.children.push(readExpression(cursor))
  for (let operator: string | undefined; ; ) {
    const [found] = cursor.match(/^(?:and|or)$/i) ?? []
    if (found === undefined) {
      if (operator !== undefined && operator !== 'and') setAttribute(rule, 'boolean-op', operator)
      return rule
    }
    if (operator !== undefined && found !== operator) cursor.fail(`"${operator}" again`)
    operator = found
    rule.children.push(readExpression(cursor))
  }
}

/** The attribute that a score is, and its value: `score-attribute` for what is no number. */
export function scoreOf(score: string): readonly ['score' | 'score-attribute', string] {
  if (/^mandatory$/i.test(score)) return ['score', 'INFINITY']
  if (/^advisory$/i.test(score)) return ['score', '0']
  if (/^[+-]?(?:inf(?:inity)?|INF(?:INITY)?|\d+)$/.test(score)) {
    return ['score', score.replace(/inf(?:inity)?|INF(?:INITY)?/, 'INFINITY')]
  }
  return ['score-attribute', score]
}

function readExpression(cursor: Cursor): Draft {
  if (cursor.match(/^date$/i)) return readDate(cursor)
  const [unary] = cursor.match(/^(?:defined|not_defined)$/i) ?? []
  if (unary !== undefined) {
    return draft('expression', { operation: unary, attribute: cursor.take('the name of a node attribute') })
  }
  const attribute = cursor.take('the name of a node attribute')
  const found = cursor.match(/^(?:(string|version|number|integer):)?(lt|gt|lte|gte|eq|ne)$/i)
  const [, type, operation] = found ?? cursor.fail('an operator such as eq')
  const value = cursor.take('a value')
  const [, source, inside] = /^([^\s{}]+)\{(\S+)\}$/.exec(value) ?? []
  const given = inside === undefined ? { value } : { value: inside, 'value-source': source }
  return draft('expression', { operation, attribute, type, ...given })
}

function readDate(cursor: Cursor): Draft {
  const [word] = cursor.match(/^(?:lt|gt|in|in_range|spec|date_spec)$/i) ?? cursor.fail('lt, gt, in or spec')
  const short = word?.toLowerCase() ?? ''
  const operation = { in: 'in_range', spec: 'date_spec' }[short] ?? short
  const date = draft('date_expression', { operation })
  if (short === 'lt' || short === 'gt') {
    setAttribute(date, short === 'lt' ? 'end' : 'start', cursor.take('a date'))
    return date
  }
  const part = draft(operation === 'in_range' ? 'duration' : 'date_spec')
  const keys = new RegExp(`^(start|end|${dateKeys})=(.+)$`, 's')
  for (let found = cursor.match(keys); found !== undefined; found = cursor.match(keys)) {
    const [, key = '', value = ''] = found
    setAttribute(interval.test(key) ? date : part, key, value)
  }
  if (part.attributes.length > 0) date.children.push(part)
  return date
}
