import type { Rule } from './element/attributes.js'

/** A rule as pcs prints one: `pingd lt 1 or not_defined pingd`. */
export function ruleInWords(rule: Rule): string {
  if (rule.idRef !== undefined) return `rule ${rule.idRef} is true`
  const join = ` ${rule.booleanOp?.toLowerCase() ?? 'and'} `
  return rule.expressions.map(expressionInWords).join(join)
}

function expressionInWords(expression: Rule['expressions'][number]): string {
  switch (expression.element) {
    case 'rule':
      return `(${ruleInWords(expression)})`
    case 'expression': {
      const { attribute = '', operation = '', value } = expression
      return value === undefined ? `${operation} ${attribute}` : `${attribute} ${operation} ${value}`
    }
    case 'date_expression': {
      const { operation = '', start, end } = expression
      const span = [start, end].filter((date) => date !== undefined).join(' to ')
      return `date ${operation} ${span}`.trimEnd()
    }
    case 'rsc_expression':
      return `resource ${[expression.class, expression.provider, expression.type].join(':')}`
    default:
      return `op ${expression.name}`
  }
}
