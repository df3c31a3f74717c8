import { enumerations } from '../../dsl/enumerations.js'
import type { DateExpression, DateSpec, Duration, Rule } from '../../model/index.js'
import { shapes } from '../../model/shapes/shapes.js'
import { type Code, call, merge, nullCode, object, required, text, unlessEmpty } from '../syntax/code.js'
import { field, fieldsOf } from '../syntax/fields.js'
import { convertPart } from './convert.js'

type Condition = Rule['expressions'][number]

/** A rule, or a condition that is one, of what has that id. */
export function ruleCode(rule: Rule, owner: string, used: Set<string>): Code {
  const { id, idRef } = rule
  const options = object(
    fieldsOf(rule, {
      score: 'value',
      scoreAttribute: 'text',
      booleanOp: enumerations.booleanOp,
      role: 'text',
    }),
  )
  const inside = new Set<string>()
  const conditions = rule.expressions.map((condition) => conditionCode(condition, String(id), inside))
  return convertPart<Rule>(rule, owner, used, [
    ...(idRef === undefined ? [] : [() => call('ruleRef', text(idRef))]),
    () => call('rule', options, ...conditions),
    () => call('rule', merge(object({ id: field(id, 'text') }), options), ...conditions),
  ])
}

function conditionCode(condition: Condition, rule: string, used: Set<string>): Code {
  const id = field(condition.id, 'text')
  switch (condition.element) {
    case 'rule':
      return ruleCode(condition, rule, used)
    case 'expression': {
      const fields = [required(condition.attribute), field(condition.operation, enumerations.comparison)]
      const given = field(condition.value, 'value')
      const options = object(
        fieldsOf(condition, { type: enumerations.valueType, valueSource: enumerations.valueSource }),
      )
      return convertPart(
        condition,
        rule,
        used,
        fields.includes(undefined)
          ? []
          : [
              () => call('expression', ...fields, given),
              () => call('expression', ...fields, given ?? nullCode, unlessEmpty(options)),
              () => call('expression', ...fields, given ?? nullCode, merge(object({ id }), options)),
            ],
      )
    }
    case 'date_expression': {
      const operation = field(condition.operation, enumerations.dateOperation)
      const options = dateOptions(condition)
      return convertPart(
        condition,
        rule,
        used,
        operation === undefined
          ? []
          : [
              () => call('dateExpression', operation, options),
              () => call('dateExpression', operation, merge(object({ id }), options)),
            ],
      )
    }
    case 'rsc_expression': {
      const fields = object(fieldsOf(condition, { class: 'text', provider: 'text', type: 'text' }))
      return convertPart(condition, rule, used, [
        () => call('rscExpression', fields),
        () => call('rscExpression', merge(object({ id }), fields)),
      ])
    }
    case 'op_expression': {
      const name = required(condition.name)
      const options = object(fieldsOf(condition, { interval: 'value' }))
      return convertPart(condition, rule, used, [
        () => call('opExpression', name, unlessEmpty(options)),
        () => call('opExpression', name, merge(object({ id }), options)),
      ])
    }
  }
}

function dateOptions(condition: DateExpression): Code<object> {
  const { id, duration, dateSpec } = condition
  return object([
    ...fieldsOf(condition, { start: 'text', end: 'text' }),
    ['duration', duration && timesOf(duration, `${id}-duration`)],
    ['dateSpec', dateSpec && timesOf(dateSpec, `${id}-datespec`)],
  ])
}

/** The fields of a duration or date specification, the id only where it is not the generated one. */
function timesOf(times: Duration | DateSpec, generatedId: string): Code<object> {
  const fields = shapes[times.element].attributes.filter((name) => name !== 'id')
  return object([
    ['id', times.id === generatedId ? undefined : field(times.id, 'text')],
    ...fieldsOf(times, Object.fromEntries(fields.map((name) => [name, 'value']))),
  ])
}
