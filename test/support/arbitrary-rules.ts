import { pcsId } from '../../src/model/ids.js'
import type { DateExpression, Expression, Rule } from '../../src/model/index.js'
import { type Draw, some } from './arbitrary-values.js'

const typed = { string: 'integer', integer: '-5', number: '1.5', version: '2.0.1' } as const

type ChildBuilder = Rule['expressions'][number]

/** A rule whose ids are mostly those of pcs; `around` is how the rule around it joins its parts. */
export function rule(d: Draw, owner: string, around?: string): Rule {
  const id = d.id(pcsId.rule(owner))
  const isNested = around !== undefined
  const booleanOp = !isNested || d.odd(30) ? d.pick('and', 'or') : around === 'and' ? 'or' : 'and'
  const one = () => part(d, id, isNested ? undefined : booleanOp)
  const expressions = [one(), ...(isNested && !d.odd(30) ? [one()] : []), ...d.times(2, one)]
  return {
    element: 'rule',
    id,
    expressions,
    ...some({
      booleanOp: expressions.length > 1 || d.odd(10) ? booleanOp : undefined,
      role:
        !isNested && d.chance(15)
          ? d.pick('Promoted', 'Unpromoted', d.odd(50) ? 'Started' : 'Promoted')
          : undefined,
      score: isNested ? '0' : d.odd(20) && d.target !== '0.10' ? undefined : d.score(),
    }),
  }
}

function part(d: Draw, owner: string, join: string | undefined): ChildBuilder {
  if (join !== undefined && d.chance(15)) return rule(d, owner, join)
  return d.chance(25) ? date(d, owner) : expression(d, owner)
}

function expression(d: Draw, owner: string): Expression {
  const base = { element: 'expression', id: d.id(pcsId.expression(owner)) } as const
  const attribute = d.odd(20) ? d.text() : d.pick('#uname', 'rack', 'site.name')
  if (d.chance(20)) return { ...base, attribute, operation: d.pick('defined', 'not_defined') }
  const type = d.chance(30) ? d.pick('string', 'integer', 'number', 'version') : undefined
  const value = type === undefined || d.odd(30) ? d.text() : typed[type]
  return { ...base, attribute, operation: d.pick('eq', 'ne', 'lt', 'gte'), value, ...some({ type }) }
}

function date(d: Draw, owner: string): DateExpression {
  const id = d.id(pcsId.expression(owner))
  const base = { element: 'date_expression', id } as const
  const when = () =>
    d.odd(15)
      ? d.text()
      : d.pick('2030-01-31', '2030-02-28T10:00:00Z', '2030-02-28T09:00:00-05:00', '2031-12-31')
  switch (d.pick('gt', 'lt', 'range', 'duration', 'spec')) {
    case 'gt':
      return { ...base, operation: 'gt', start: when() }
    case 'lt':
      return { ...base, operation: 'lt', end: when() }
    case 'range':
      return {
        ...base,
        operation: 'in_range',
        ...some({ start: d.odd(30) ? undefined : when() }),
        end: when(),
      }
    case 'duration': {
      const unit = d.target === '0.12' && d.chance(50) ? 'days' : 'hours'
      const duration = { element: 'duration', id: d.id(`${id}-duration`), [unit]: d.integer(1, 5) } as const
      return { ...base, operation: 'in_range', start: when(), duration }
    }
    case 'spec': {
      const fields = {
        hours: d.odd(40) ? d.pick('25', '9-8') : d.pick('8-16', '5'),
        ...some({
          weekdays: d.chance(50) ? '1-5' : undefined,
          yeardays: d.odd(30) ? d.pick('1', '366', '400') : undefined,
        }),
      }
      return {
        ...base,
        operation: 'date_spec',
        dateSpec: { element: 'date_spec', id: d.id(`${id}-datespec`), ...fields },
      }
    }
  }
}
