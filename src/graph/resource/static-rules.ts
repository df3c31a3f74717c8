import type { Cluster, Expression, RscExpression, Rule } from '../../model/index.js'
import { dateValue } from './clock.js'
import { referenced } from './referenced.js'

/** What a rule in a set of attributes can look at: the agent of a resource, never a node. */
export interface RuleSubject {
  readonly class?: string | undefined
  readonly provider?: string | undefined
  readonly type?: string | undefined
  /** True for a primitive with a template, and for an instance of a clone or bundle. */
  readonly isCopy?: boolean
}

/** Whether a rule is true; undefined where it changes with time, and where Pacemaker 2.1 and 3.0 differ. */
export function ruleValue(rule: Rule, subject: RuleSubject, cluster: Cluster): boolean | undefined {
  const own = referenced(rule, cluster)
  if (own === undefined) return false
  const isOr = own.booleanOp?.toLowerCase() === 'or'
  const values = own.expressions.map((expression) => expressionValue(expression, subject, cluster))
  if (values.includes(isOr)) return isOr
  return values.includes(undefined) ? undefined : !isOr
}

function expressionValue(
  expression: Rule['expressions'][number],
  subject: RuleSubject,
  cluster: Cluster,
): boolean | undefined {
  switch (expression.element) {
    case 'rule':
      return ruleValue(expression, subject, cluster)
    case 'rsc_expression':
      return isAgent(expression, subject)
    case 'expression':
      return mayBeTrueWithoutNode(expression) ? undefined : false
    case 'op_expression':
      return false
    default:
      return dateValue(expression)
  }
}

/** To Pacemaker 2.1, a provider that the test does not name is one that the agent does not have. */
function isAgent(test: RscExpression, subject: RuleSubject): boolean | undefined {
  const isSame = (['class', 'provider', 'type'] as const).every(
    (field) => test[field] === undefined || test[field] === subject[field],
  )
  return isSame && test.provider !== subject.provider ? undefined : isSame
}

/** Attributes of resources are read without a node, so that no node attribute has a value; to 2.1 all tests then fail. */
function mayBeTrueWithoutNode({ attribute, operation, value }: Expression): boolean {
  const test = operation?.toLowerCase()
  return attribute !== undefined && (test === 'not_defined' || (test === 'ne' && value !== undefined))
}
