import type { ElementName, Place } from '../../../model/index.js'
import { durationMs, isScore } from '../../../options/values.js'

/** What an attribute of a condition may be, and what Pacemaker does with anything else. */
export interface ConditionDomain {
  readonly attribute: string
  readonly accepts: (text: string) => boolean
  /** The words to choose from, or what the text must be. */
  readonly expected: readonly string[] | string
  readonly does: string
  /** True where the schema allows more than Pacemaker reads. */
  readonly beyondSchema?: boolean
  /** Where the attribute is read at all; everywhere where it is absent. */
  readonly where?: (place: Place) => boolean
}

const notMet = 'Pacemaker takes the condition as not met'

function oneOf(attribute: string, expected: readonly string[], does = notMet): ConditionDomain {
  const known = new Set(expected.map((word) => word.toLowerCase()))
  return { attribute, expected, does, accepts: (text) => known.has(text.toLowerCase()) }
}

const isInLocation = ({ parent }: Place) => parent?.element.element === 'rsc_location'

/** The attributes of rules and expressions that have a fixed set of values. */
export const conditionDomains: { readonly [Name in ElementName]?: readonly ConditionDomain[] } = {
  rule: [
    oneOf('boolean-op', ['and', 'or'], 'Pacemaker 2 takes it as and, 3 takes the rule as not met'),
    {
      attribute: 'role',
      accepts: (text) => /^(stopped|started|promoted|unpromoted|master|slave)$/i.test(text),
      expected: ['Started', 'Promoted', 'Unpromoted', 'Stopped'],
      does: 'Pacemaker 2 ignores the rule, 3 the whole location',
      beyondSchema: true,
      where: isInLocation,
    },
    {
      attribute: 'score',
      accepts: isScore,
      expected: 'an integer, INFINITY or -INFINITY',
      does: 'Pacemaker 2 reads 0, which has no effect, and 3 ignores the rule',
      where: isInLocation,
    },
  ],
  expression: [
    oneOf('operation', ['lt', 'gt', 'lte', 'gte', 'eq', 'ne', 'defined', 'not_defined']),
    oneOf(
      'value-source',
      ['literal', 'param', 'meta'],
      'Pacemaker 2 takes the value literally, 3 the condition as not met',
    ),
    oneOf(
      'type',
      ['string', 'integer', 'number', 'version'],
      'Pacemaker 2 compares text, 3 takes the condition as not met',
    ),
  ],
  date_expression: [oneOf('operation', ['gt', 'lt', 'in_range', 'date_spec'])],
  op_expression: [
    {
      attribute: 'interval',
      accepts: (text) => durationMs(text) !== undefined,
      expected: 'a duration such as 10s',
      does: 'Pacemaker 2 reads 0, 3 takes the condition as not met',
      beyondSchema: true,
    },
  ],
}
