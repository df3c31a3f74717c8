import { pcsId } from '../../model/ids.js'
import type { MetaAttributes } from '../../model/index.js'
import { attributeWords } from '../command/attribute-words.js'
import { pcs } from '../command/command.js'
import type { Context, Conversion } from '../command/conversion.js'
import { isPcsId, isScore } from '../command/values.js'
import { convertSet } from './attributes.js'
import { convertDefaultsRule } from './rule/rule.js'
import type { RuleForm } from './rule/rule-context.js'

/** `pcs resource defaults set create`. */
export function convertResourceDefaults(set: MetaAttributes, context: Context): Conversion<MetaAttributes> {
  return convertDefaults(set, ['resource', 'defaults'], ['rsc_expression', 'date_expression'], context)
}

/** `pcs resource op defaults set create`. */
export function convertOpDefaults(set: MetaAttributes, context: Context): Conversion<MetaAttributes> {
  const expressions = ['rsc_expression', 'op_expression', 'date_expression', 'expression'] as const
  return convertDefaults(set, ['resource', 'op', 'defaults'], expressions, context)
}

function convertDefaults(
  set: MetaAttributes,
  words: readonly string[],
  expressions: RuleForm['expressions'],
  context: Context,
): Conversion<MetaAttributes> {
  const { id, score } = set
  if (!isPcsId(id)) {
    context.unsupported({
      element: set,
      attribute: 'id',
      what: `the id ${JSON.stringify(id ?? '')} of defaults`,
    })
    return { commands: [] }
  }
  context.ids.add(id)
  const rule = set.rule === undefined ? undefined : convertDefaultsRule(set.rule, id, expressions, context)
  const options = attributeWords(set, ['score'], context, { score: isScore })
  const converted = convertSet([set], { id, nvpairId: pcsId.shortNvpair, exists: true }, context)
  const pairs = converted.words.length === 0 ? [] : ['meta', ...converted.words]
  return {
    commands: [pcs([...words, 'set', 'create', `id=${id}`, ...options, ...pairs, ...(rule?.words ?? [])])],
    produces: {
      element: 'meta_attributes',
      id,
      score,
      rule: rule?.produces,
      nvpairs: converted.produces.flatMap(({ nvpairs }) => nvpairs),
    },
  }
}
