import { claimId, type Element, pcsId, type Rule } from '../model/index.js'
import { sayDate, sayExpression } from './expression.js'
import type { Context, Made } from './saying.js'
import { isPcsId, isScore } from './values.js'
import { attributeWords, fieldsOf, oneOf, type Takes } from './words.js'

/** The words of a rule or of a part of one, and what they make. */
export interface SaidPart<E extends Element> {
  readonly words: readonly string[]
  readonly makes: Made<E>
}

const takes: Takes = { score: isScore, role: oneOf('Promoted', 'Unpromoted') }

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
  const options = attributeWords(rule, ['role', 'score', 'score-attribute'], context, takes)
  const parts = sayParts(rule, context)
  if (parts === undefined) return undefined
  return {
    words: [...(rule.id === own ? [] : [`id=${rule.id}`]), ...options, ...parts.words],
    makes: {
      ...fieldsOf(rule, ['id', 'role', 'score-attribute']),
      element: 'rule',
      score: rule.score ?? (rule.scoreAttribute === undefined ? 'INFINITY' : undefined),
      ...parts.makes,
    },
  }
}

/** The expressions of a rule; pcs writes `boolean-op` where there are two or more. */
function sayParts(
  rule: Rule,
  context: Context,
): { readonly words: readonly string[]; readonly makes: Partial<Made<Rule>> } | undefined {
  const join = rule.booleanOp ?? 'and'
  if (!['and', 'or'].includes(join) || rule.expressions.length === 0) {
    context.refuse({ element: rule, what: 'a rule without expressions' })
    return undefined
  }
  const said = rule.expressions.map((part) => sayPart(part, rule, join, context))
  if (said.some((part) => part === undefined)) return undefined
  const parts = said.filter((part) => part !== undefined)
  return {
    words: parts.flatMap(({ words }, at) => (at === 0 ? words : [join, ...words])),
    makes: {
      booleanOp: parts.length > 1 ? join : undefined,
      expressions: parts.map(({ makes }) => makes),
    },
  }
}

type Part = Rule['expressions'][number]

function sayPart(part: Part, rule: Rule, join: string, context: Context): SaidPart<Part> | undefined {
  switch (part.element) {
    case 'rule':
      return sayNested(part, rule, join, context)
    case 'expression':
      return sayExpression(part, rule, context)
    case 'date_expression':
      return sayDate(part, rule, context)
    default:
      context.refuse({ element: part, what: `a <${part.element}> in a location` })
      return undefined
  }
}

/** A rule in a rule: parentheses. pcs folds one that joins as the rule around it does. */
function sayNested(rule: Rule, around: Rule, join: string, context: Context): SaidPart<Rule> | undefined {
  if (rule.expressions.length < 2 || (rule.booleanOp ?? 'and') === join) {
    context.refuse({ element: rule, what: 'a nested rule that joins nothing, or as the rule around it' })
    return undefined
  }
  const id = claimId(pcsId.rule(around.id ?? ''), context.ids)
  const parts = sayParts({ ...rule, id }, context)
  if (parts === undefined) return undefined
  return { words: ['(', ...parts.words, ')'], makes: { element: 'rule', id, score: '0', ...parts.makes } }
}
