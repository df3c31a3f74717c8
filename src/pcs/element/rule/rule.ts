import { claimId, freeId, pcsId } from '../../../model/ids.js'
import type { Rule } from '../../../model/index.js'
import { type Accepts, attributeWords, fieldsOf, oneOf } from '../../command/attribute-words.js'
import type { Context, Produced } from '../../command/conversion.js'
import { isPcsId, isScore } from '../../command/values.js'
import { convertDateExpression } from './date.js'
import { convertExpression, convertOpExpression, convertRscExpression } from './expression.js'
import type { ConvertedPart, RuleContext, RuleForm, RulePart } from './rule-context.js'

/** The words of a location's rule: its options, then its expressions joined by `and` or `or`. */
export function convertLocationRule(
  rule: Rule,
  constraint: string,
  context: Context,
): ConvertedPart<Rule> | undefined {
  const own = freeId(pcsId.rule(constraint), context.ids)
  if (!isPcsId(rule.id)) {
    context.unsupported({
      element: rule,
      attribute: 'id',
      what: `the id ${JSON.stringify(rule.id ?? '')}`,
    })
    return undefined
  }
  if (rule.score !== undefined && rule.scoreAttribute !== undefined) {
    context.unsupported({ element: rule, what: 'a rule with score and score-attribute' })
  }
  context.ids.add(rule.id)
  const { hasOneWordRules, ruleRoles } = context.dialect
  const accepts: Accepts = { score: isScore, role: oneOf(...ruleRoles) }
  const options = attributeWords(rule, ['role', 'score', 'score-attribute'], context, accepts)
  const form: RuleForm = {
    expressions: ['expression', 'date_expression'],
    alwaysJoins: hasOneWordRules,
    isOneWord: hasOneWordRules,
  }
  const parts = convertParts(rule, rule.id, form, context)
  if (parts === undefined) return undefined
  const words = hasOneWordRules ? [parts.words.join(' ')] : parts.words
  return {
    words: [...(rule.id === own ? [] : [`id=${rule.id}`]), ...options, ...words],
    produces: {
      ...fieldsOf(rule, ['id', 'role', 'score-attribute']),
      element: 'rule',
      score: rule.score ?? (rule.scoreAttribute === undefined ? 'INFINITY' : undefined),
      ...parts.produces,
    },
  }
}

/** The words of the rule of a set of defaults. */
export function convertDefaultsRule(
  rule: Rule,
  set: string,
  expressions: RuleForm['expressions'],
  context: Context,
): ConvertedPart<Rule> | undefined {
  const id = claimId(pcsId.rule(set), context.ids)
  const parts = convertParts(rule, id, { expressions, alwaysJoins: true, isOneWord: true }, context)
  if (parts === undefined) return undefined
  const produces: Produced<Rule> = {
    element: 'rule',
    id,
    score: context.dialect.defaultsScore,
    ...parts.produces,
  }
  return { words: ['rule', parts.words.join(' ')], produces }
}

/** The expressions of a rule, joined. */
function convertParts(
  rule: Rule,
  id: string,
  form: RuleForm,
  context: Context,
): { readonly words: readonly string[]; readonly produces: Partial<Produced<Rule>> } | undefined {
  const join = rule.booleanOp ?? 'and'
  if (!['and', 'or'].includes(join) || rule.expressions.length === 0) {
    context.unsupported({ element: rule, what: 'a rule without expressions' })
    return undefined
  }
  const isAlone = rule.expressions.length === 1
  const converted = rule.expressions.map((part) => convertPart(part, { id, join, isAlone, form, context }))
  const parts = converted.filter((part) => part !== undefined)
  if (parts.length < converted.length) return undefined
  return {
    words: parts.flatMap(({ words }, at) => (at === 0 ? words : [join, ...words])),
    produces: {
      booleanOp: parts.length > 1 || form.alwaysJoins ? join : undefined,
      expressions: parts.map(({ produces }) => produces),
    },
  }
}

function convertPart(part: RulePart, around: RuleContext): ConvertedPart<RulePart> | undefined {
  if (part.element === 'rule') return convertNestedRule(part, around)
  if (!around.form.expressions.includes(part.element)) {
    around.context.unsupported({ element: part, what: `<${part.element}> in this rule` })
    return undefined
  }
  switch (part.element) {
    case 'expression':
      return convertExpression(part, around)
    case 'date_expression':
      return convertDateExpression(part, around)
    case 'rsc_expression':
      return convertRscExpression(part, around)
    case 'op_expression':
      return convertOpExpression(part, around)
  }
}

/** A nested rule: parentheses. pcs merges one that joins as the rule around it does, or is all of it. */
function convertNestedRule(
  rule: Rule,
  { id: owner, join, isAlone, form, context }: RuleContext,
): ConvertedPart<Rule> | undefined {
  if (isAlone || rule.expressions.length < 2 || (rule.booleanOp ?? 'and') === join) {
    context.unsupported({
      element: rule,
      what: 'a nested rule with one expression, with the boolean-op of the rule around it, or alone in it',
    })
    return undefined
  }
  const id = claimId(pcsId.rule(owner), context.ids)
  const parts = convertParts(rule, id, form, context)
  if (parts === undefined) return undefined
  return {
    words: ['(', ...parts.words, ')'],
    produces: { element: 'rule', id, score: context.dialect.nestedScore, ...parts.produces },
  }
}
