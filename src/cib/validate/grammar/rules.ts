import { all, choice, type Definition, define, may, maybe, must, one, perhaps, some } from './pattern.js'
import { id, reference, score, text, values } from './values.js'
import { type SchemaVersion, since, until } from './versions.js'

const common = ['hours', 'monthdays', 'weekdays', 'yearsdays', 'months', 'weeks', 'years', 'weekyears']
const parts = (names: readonly string[]) => all(...names.map((name) => may(name, text)))

const duration = define('duration', () =>
  all(must('id', id), parts([...common, 'moon']), since('3.9', parts(['days', 'minutes', 'seconds']))),
)
const dateSpec = define('date_spec', () =>
  all(
    must('id', id),
    parts(common),
    until('3.10', may('moon', text)),
    since('3.9', parts(['minutes', 'seconds', 'yeardays'])),
  ),
)

const start = must('start', text)
const end = must('end', text)
const dateExpression = define('date_expression', () =>
  all(
    must('id', id),
    choice(
      until(
        '3.8',
        all(
          must('operation', values('in_range')),
          choice(all(may('start', text), end), all(start, one(duration))),
        ),
      ),
      since(
        '3.9',
        all(must('operation', values('in_range')), choice(start, end, all(start, end)), perhaps(duration)),
      ),
      all(must('operation', values('gt')), start),
      all(must('operation', values('lt')), end),
      all(must('operation', values('date_spec')), one(dateSpec)),
    ),
  ),
)

const operations = ['lt', 'gt', 'lte', 'gte', 'eq', 'ne', 'defined', 'not_defined']

/** A rule; constraints, options and alerts came to newer expressions later than the rest. */
function ruleWith(newer: { valueSource: SchemaVersion; agents: SchemaVersion }): Definition {
  const expression = define('expression', () =>
    all(
      must('id', id),
      must('attribute', text),
      must('operation', values(...operations)),
      may('value', text),
      may('type', values('string', since('3.5', 'integer'), 'number', 'version')),
      since(newer.valueSource, may('value-source', values('literal', 'param', 'meta'))),
    ),
  )
  const rscExpression = define(
    'rsc_expression',
    () => all(must('id', id), parts(['class', 'provider', 'type'])),
    { since: newer.agents },
  )
  const opExpression = define(
    'op_expression',
    () => all(must('id', id), must('name', text), may('interval', text)),
    { since: newer.agents },
  )
  const scored = choice(must('score', score), must('score-attribute', text))
  const definition = define('rule', () =>
    choice(
      must('id-ref', reference),
      all(
        must('id', id),
        until('3.8', scored),
        since('3.9', maybe(scored)),
        may('boolean-op', values('or', 'and')),
        may('role', text),
        some(expression, dateExpression, rscExpression, opExpression, definition),
      ),
    ),
  )
  return definition
}

/** In nodes and resources. */
export const rule = ruleWith({ valueSource: '2.9', agents: '3.4' })
/** In options and defaults. */
export const optionRule = ruleWith({ valueSource: '3.0', agents: '3.4' })
/** In constraints and alerts. */
export const lateRule = ruleWith({ valueSource: '2.9', agents: '3.5' })
