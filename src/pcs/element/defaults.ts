import { type MetaAttributes, pcsId } from '../../model/index.js'
import { attributeWords } from '../command/attribute-words.js'
import { pcs } from '../command/command.js'
import type { Context, Converter } from '../command/conversion.js'
import { isPcsId, isScore } from '../command/values.js'
import { saySet } from './attributes.js'
import { type RuleForm, sayDefaultsRule } from './rule/rule.js'

/** `pcs resource defaults set create`. */
export function sayResourceDefaults(set: MetaAttributes, context: Context): Converter<MetaAttributes> {
  return sayDefaults(set, ['resource', 'defaults'], ['rsc_expression', 'date_expression'], context)
}

/** `pcs resource op defaults set create`. */
export function sayOpDefaults(set: MetaAttributes, context: Context): Converter<MetaAttributes> {
  const tests = ['rsc_expression', 'op_expression', 'date_expression', 'expression'] as const
  return sayDefaults(set, ['resource', 'op', 'defaults'], tests, context)
}

function sayDefaults(
  set: MetaAttributes,
  words: readonly string[],
  tests: RuleForm['tests'],
  context: Context,
): Converter<MetaAttributes> {
  const { id, score } = set
  if (!isPcsId(id)) {
    context.refuse({ element: set, attribute: 'id', what: `the id ${JSON.stringify(id ?? '')} of defaults` })
    return { commands: [] }
  }
  context.ids.add(id)
  const rule = set.rule === undefined ? undefined : sayDefaultsRule(set.rule, id, tests, context)
  const options = attributeWords(set, ['score'], context, { score: isScore })
  const said = saySet([set], { id, nvpairId: pcsId.shortNvpair, isThere: true }, context)
  const pairs = said.words.length === 0 ? [] : ['meta', ...said.words]
  return {
    commands: [pcs([...words, 'set', 'create', `id=${id}`, ...options, ...pairs, ...(rule?.words ?? [])])],
    makes: {
      element: 'meta_attributes',
      id,
      score,
      rule: rule?.makes,
      nvpairs: said.makes.flatMap(({ nvpairs }) => nvpairs),
    },
  }
}
