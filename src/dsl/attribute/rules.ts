import { claimId, pcsId } from '../../model/ids.js'
import type {
  DateExpression,
  DateSpec,
  Duration,
  Expression,
  Lifetime,
  OpExpression,
  RscExpression,
  Rule,
} from '../../model/index.js'
import type { Enumeration } from '../enumerations.js'
import { type ChildBuilder, listOf, type OneOrMany, texts, type Value } from '../values.js'

/** What a rule is made of. */
export type Condition = ChildBuilder<Rule['expressions'][number]>

export interface RuleOptions {
  readonly id?: string
  readonly score?: Value
  readonly scoreAttribute?: string
  /** How the conditions join; Pacemaker takes `and` where it is left out. */
  readonly booleanOp?: Enumeration<'booleanOp'>
  readonly role?: string
}

/**
 * A rule of one or more conditions; inside another rule it is a bracket. Id default `OWNER-rule`.
 *
 * `rule({ score: 0 }, expression('haproxy-role', 'eq', true))` is the rule of
 * `pcs constraint location R rule score=0 haproxy-role eq true`.
 */
export function rule(options: RuleOptions, ...conditions: readonly Condition[]): ChildBuilder<Rule> {
  return (owner, taken) => {
    const id = options.id ?? claimId(pcsId.rule(owner), taken)
    const inside = new Set<string>()
    return {
      element: 'rule',
      ...texts({ ...options, id }),
      expressions: conditions.map((condition) => condition(id, inside)),
    }
  }
}

/** The rules of one constraint, with the ids that pcs gives them. */
export function rulesOf(owner: string, rules: OneOrMany<ChildBuilder<Rule>> | undefined): Rule[] {
  const taken = new Set<string>()
  return listOf(rules).map((build) => build(owner, taken))
}

/** When a constraint holds. CIB: `<lifetime>`, which Pacemaker reads up to 2.1 only. */
export interface LifetimeOption {
  readonly lifetime?: OneOrMany<ChildBuilder<Rule>>
}

/** The `<lifetime>` of a constraint; the ids of its rules start with `CONSTRAINT-lifetime`. */
export function lifetimeOf(constraint: string, rules: OneOrMany<ChildBuilder<Rule>> | undefined) {
  if (rules === undefined) return {}
  const lifetime: Lifetime = { element: 'lifetime', rules: rulesOf(`${constraint}-lifetime`, rules) }
  return { lifetime }
}

/** A rule that stands elsewhere. CIB: `<rule id-ref="..."/>`; no pcs command makes one. */
export function ruleRef(idRef: string): ChildBuilder<Rule> {
  return () => ({ element: 'rule', idRef, expressions: [] })
}

/** A test of a node attribute: `expression('#uname', 'eq', 'node1')`, `expression('rack', 'defined')`. */
export function expression(
  attribute: string,
  operation: Enumeration<'comparison'>,
  value?: Value | null,
  options: {
    readonly id?: string
    readonly type?: Enumeration<'valueType'>
    readonly valueSource?: Enumeration<'valueSource'>
  } = {},
): ChildBuilder<Expression> {
  return (rule, taken) => ({
    element: 'expression',
    ...texts({
      id: options.id ?? claimId(pcsId.expression(rule), taken),
      attribute,
      operation,
      value,
      type: options.type,
      valueSource: options.valueSource,
    }),
  })
}

type DateFields = { readonly [Name in Exclude<keyof DateSpec, 'element' | 'extra'>]?: Value }
type DurationFields = { readonly [Name in Exclude<keyof Duration, 'element' | 'extra'>]?: Value }

export interface DateOptions {
  readonly id?: string
  /** ISO 8601: `2026-11-22`, `2026-11-22T18:00:00Z`. */
  readonly start?: string
  readonly end?: string
  readonly duration?: DurationFields
  readonly dateSpec?: DateFields
}

/** A test of the time: `dateExpression('date_spec', { dateSpec: { hours: '9-16' } })`. */
export function dateExpression(
  operation: Enumeration<'dateOperation'>,
  options: DateOptions,
): ChildBuilder<DateExpression> {
  return (rule, taken) => {
    const { duration, dateSpec, ...rest } = options
    const id = options.id ?? claimId(pcsId.expression(rule), taken)
    return {
      element: 'date_expression',
      ...texts({ ...rest, id, operation }),
      ...(duration === undefined
        ? {}
        : { duration: { element: 'duration', ...texts({ id: `${id}-duration`, ...duration }) } }),
      ...(dateSpec === undefined
        ? {}
        : { dateSpec: { element: 'date_spec', ...texts({ id: `${id}-datespec`, ...dateSpec }) } }),
    }
  }
}

/** A test of a resource's agent, for defaults: `rscExpression({ class: 'ocf', type: 'IPaddr2' })`. */
export function rscExpression(
  fields: { readonly [Name in 'id' | 'class' | 'provider' | 'type']?: string },
): ChildBuilder<RscExpression> {
  return (rule, taken) => {
    const parts = [fields.class, fields.provider, fields.type].filter((part) => part !== undefined)
    return {
      element: 'rsc_expression',
      id: fields.id ?? claimId([rule, 'rsc', ...parts].join('-'), taken),
      ...texts(fields),
    }
  }
}

/** A test of an operation, for operation defaults: `opExpression('monitor', { interval: '10s' })`. */
export function opExpression(
  name: string,
  options: { readonly id?: string; readonly interval?: Value } = {},
): ChildBuilder<OpExpression> {
  return (rule, taken) => ({
    element: 'op_expression',
    ...texts({ id: options.id ?? claimId(`${rule}-op-${name}`, taken), name, interval: options.interval }),
  })
}
