import { type CibElement, claimId, pcsId, type Rule } from '../../../model/index.js'
import { attributeWords, fieldsOf, oneOf, type Takes } from '../../command/attribute-words.js'
import type { Context, Produced } from '../../command/conversion.js'
import { isPcsId, isScore } from '../../command/values.js'
import { sayDate } from './date.js'
import { sayAgentTest, sayExpression, sayOpTest } from './expression.js'

/** The words of a rule or of a part of one, and what they make. */
export interface SaidPart<E extends CibElement> {
  readonly words: readonly string[]
  readonly makes: Produced<E>
}

type Part = Rule['expressions'][number]

/** How a command takes rules. */
export interface RuleForm {
  /** The tests that it knows. */
  readonly tests: readonly Part['element'][]
  /** True for the commands that write `boolean-op` even where there is nothing to join. */
  readonly alwaysJoins: boolean
  /** True where the rule is one word, which is split at blanks. */
  readonly isOneWord: boolean
}

/** The words of a location's rule: its options, then its expressions joined by `and` or `or`. */
export function sayLocationRule(
  rule: Rule,
  constraint: string,
  context: Context,
): SaidPart<Rule> | undefined {
  const own = claimId(pcsId.rule(constraint), new Set(context.ids))
  if (!isPcsId(rule.id)) {
    context.refuse({ element: rule, attribute: 'id', what: `the id ${JSON.stringify(rule.id ?? '')}` })
    return undefined
  }
  if (rule.score !== undefined && rule.scoreAttribute !== undefined) {
    context.refuse({ element: rule, what: 'a rule with score and score-attribute' })
  }
  context.ids.add(rule.id)
  const { hasOneWordRules, ruleRoles } = context.dialect
  const takes: Takes = { score: isScore, role: oneOf(...ruleRoles) }
  const options = attributeWords(rule, ['role', 'score', 'score-attribute'], context, takes)
  const form: RuleForm = {
    tests: ['expression', 'date_expression'],
    alwaysJoins: hasOneWordRules,
    isOneWord: hasOneWordRules,
  }
  const parts = sayParts(rule, rule.id, form, context)
  if (parts === undefined) return undefined
  const words = hasOneWordRules ? [parts.words.join(' ')] : parts.words
  return {
    words: [...(rule.id === own ? [] : [`id=${rule.id}`]), ...options, ...words],
    makes: {
      ...fieldsOf(rule, ['id', 'role', 'score-attribute']),
      element: 'rule',
      score: rule.score ?? (rule.scoreAttribute === undefined ? 'INFINITY' : undefined),
      ...parts.makes,
    },
  }
}

/** The words of the rule of a set of defaults. */
export function sayDefaultsRule(
  rule: Rule,
  set: string,
  tests: RuleForm['tests'],
  context: Context,
): SaidPart<Rule> | undefined {
  const id = claimId(pcsId.rule(set), context.ids)
  const parts = sayParts(rule, id, { tests, alwaysJoins: true, isOneWord: true }, context)
  if (parts === undefined) return undefined
  const makes: Produced<Rule> = { element: 'rule', id, score: context.dialect.defaultsScore, ...parts.makes }
  return { words: ['rule', parts.words.join(' ')], makes }
}

/** The expressions of a rule, joined. */
function sayParts(
  rule: Rule,
  id: string,
  form: RuleForm,
  context: Context,
): { readonly words: readonly string[]; readonly makes: Partial<Produced<Rule>> } | undefined {
  const join = rule.booleanOp ?? 'and'
  if (!['and', 'or'].includes(join) || rule.expressions.length === 0) {
    context.refuse({ element: rule, what: 'a rule without expressions' })
    return undefined
  }
  const isAlone = rule.expressions.length === 1
  const said = rule.expressions.map((part) => sayPart(part, { id, join, isAlone, form, context }))
  const parts = said.filter((part) => part !== undefined)
  if (parts.length < said.length) return undefined
  return {
    words: parts.flatMap(({ words }, at) => (at === 0 ? words : [join, ...words])),
    makes: {
      booleanOp: parts.length > 1 || form.alwaysJoins ? join : undefined,
      expressions: parts.map(({ makes }) => makes),
    },
  }
}

/** What the parts of a rule know of it. */
export interface Around {
  /** The rule's id. */
  readonly id: string
  readonly join: string
  /** True for the one part of a rule. */
  readonly isAlone: boolean
  readonly form: RuleForm
  readonly context: Context
}

function sayPart(part: Part, around: Around): SaidPart<Part> | undefined {
  if (part.element === 'rule') return sayNested(part, around)
  if (!around.form.tests.includes(part.element)) {
    around.context.refuse({ element: part, what: `a <${part.element}> in this rule` })
    return undefined
  }
  switch (part.element) {
    case 'expression':
      return sayExpression(part, around)
    case 'date_expression':
      return sayDate(part, around)
    case 'rsc_expression':
      return sayAgentTest(part, around)
    case 'op_expression':
      return sayOpTest(part, around)
  }
}

/** A rule in a rule: parentheses. pcs folds one that joins as the rule around it does, or is all of it. */
function sayNested(
  rule: Rule,
  { id: owner, join, isAlone, form, context }: Around,
): SaidPart<Rule> | undefined {
  if (isAlone || rule.expressions.length < 2 || (rule.booleanOp ?? 'and') === join) {
    context.refuse({
      element: rule,
      what: 'a rule in a rule that joins nothing, or as the one around it, or is alone',
    })
    return undefined
  }
  const id = claimId(pcsId.rule(owner), context.ids)
  const parts = sayParts(rule, id, form, context)
  if (parts === undefined) return undefined
  return {
    words: ['(', ...parts.words, ')'],
    makes: { element: 'rule', id, score: context.dialect.nestedScore, ...parts.makes },
  }
}
