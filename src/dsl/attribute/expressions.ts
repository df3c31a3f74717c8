import { claimId, pcsId } from '../../model/ids.js'
import type {
  DateExpression,
  DateSpec,
  Duration,
  ElementBase,
  Expression,
  OpExpression,
  RscExpression,
} from '../../model/index.js'
import type { Enumeration } from '../enumerations.js'
import { type OptionTable, optionFields } from '../options.js'
import type { ChildBuilder, Value } from '../values.js'

export interface ExpressionOptions {
  readonly id?: string
  readonly type?: Enumeration<'valueType'>
  readonly valueSource?: Enumeration<'valueSource'>
}

const expressionOptions = {
  of: 'expression()',
  options: { id: 'attribute', type: 'attribute', valueSource: 'attribute' },
} as const satisfies OptionTable<ExpressionOptions>

/**
 * A test of a node attribute; `defined` and `not_defined` take no value.
 *
 * @example
 * ```ts
 * const web = systemd('web')
 * const notOnNode3 = locationRule(web, rule({ score: '-INFINITY' }, expression('#uname', 'eq', 'node3')))
 * // <expression id="location-web-rule-expr" attribute="#uname" operation="eq" value="node3"/>
 * ```
 */
export function expression(
  attribute: string,
  operation: Enumeration<'comparison'>,
  value?: Value | null,
  options: ExpressionOptions = {},
): ChildBuilder<Expression> {
  return (rule, used) => ({
    element: 'expression',
    attribute,
    operation,
    ...(value === undefined || value === null ? {} : { value: String(value) }),
    ...optionFields(
      { ...options, id: options.id ?? claimId(pcsId.expression(rule), used) },
      expressionOptions,
    ),
  })
}

type DateFields = { readonly [Name in Exclude<keyof DateSpec, NotAnOption>]?: Value }
type DurationFields = { readonly [Name in Exclude<keyof Duration, NotAnOption>]?: Value }
type NotAnOption = 'element' | keyof ElementBase

const duration = {
  of: 'duration',
  options: {
    id: 'attribute',
    years: 'attribute',
    months: 'attribute',
    monthdays: 'attribute',
    weeks: 'attribute',
    weekyears: 'attribute',
    weekdays: 'attribute',
    yearsdays: 'attribute',
    days: 'attribute',
    hours: 'attribute',
    minutes: 'attribute',
    seconds: 'attribute',
    moon: 'attribute',
  },
} as const satisfies OptionTable<DurationFields>

const dateSpec = {
  of: 'dateSpec',
  options: { ...duration.options, yeardays: 'attribute' },
} as const satisfies OptionTable<DateFields>

export interface DateOptions {
  readonly id?: string
  /** ISO 8601: `2026-11-22`, `2026-11-22T18:00:00Z`. */
  readonly start?: string
  readonly end?: string
  readonly duration?: DurationFields
  readonly dateSpec?: DateFields
}

const dateOptions = {
  of: 'dateExpression()',
  options: { id: 'attribute', start: 'attribute', end: 'attribute', duration: 'child', dateSpec: 'child' },
} as const satisfies OptionTable<DateOptions>

/**
 * A test of the time.
 *
 * @example
 * ```ts
 * const shop = systemd('shop')
 * const atNight = dateExpression('date_spec', { dateSpec: { hours: '0-5' } })
 * const notAtNight = locationRule(shop, rule({ score: '-INFINITY' }, atNight))
 * // <date_expression id="location-shop-rule-expr" operation="date_spec">
 * //   <date_spec id="location-shop-rule-expr-datespec" hours="0-5"/>
 * // </date_expression>
 * // pcs constraint location shop rule score=-INFINITY date-spec hours=0-5
 * ```
 */
export function dateExpression(
  operation: Enumeration<'dateOperation'>,
  options: DateOptions,
): ChildBuilder<DateExpression> {
  return (rule, used) => {
    const id = options.id ?? claimId(pcsId.expression(rule), used)
    const length = options.duration && { id: `${id}-duration`, ...options.duration }
    const pattern = options.dateSpec && { id: `${id}-datespec`, ...options.dateSpec }
    return {
      element: 'date_expression',
      operation,
      ...optionFields({ ...options, id }, dateOptions),
      ...(length && { duration: { element: 'duration', ...optionFields(length, duration) } }),
      ...(pattern && { dateSpec: { element: 'date_spec', ...optionFields(pattern, dateSpec) } }),
    }
  }
}

interface RscExpressionFields {
  readonly id?: string
  readonly class?: string
  readonly provider?: string
  readonly type?: string
}

const rscOptions = {
  of: 'rscExpression()',
  options: { id: 'attribute', class: 'attribute', provider: 'attribute', type: 'attribute' },
} as const satisfies OptionTable<RscExpressionFields>

/**
 * A test of a resource's agent, in defaults.
 *
 * @example
 * ```ts
 * const addresses = rule({}, rscExpression({ class: 'ocf', provider: 'heartbeat', type: 'IPaddr2' }))
 * export default cluster({ rscDefaults: attributeSet({ 'resource-stickiness': 0 }, { rule: addresses }) })
 * // <rsc_expression id="rsc_defaults-meta_attributes-rule-rsc-ocf-heartbeat-IPaddr2" class="ocf" provider="heartbeat" type="IPaddr2"/>
 * ```
 */
export function rscExpression(fields: RscExpressionFields): ChildBuilder<RscExpression> {
  return (rule, used) => {
    const agent = [fields.class, fields.provider, fields.type].filter((name) => name !== undefined)
    const id = fields.id ?? claimId([rule, 'rsc', ...agent].join('-'), used)
    return { element: 'rsc_expression', ...optionFields({ ...fields, id }, rscOptions) }
  }
}

export interface OpExpressionOptions {
  readonly id?: string
  readonly interval?: Value
}

const opOptions = {
  of: 'opExpression()',
  options: { id: 'attribute', interval: 'attribute' },
} as const satisfies OptionTable<OpExpressionOptions>

/**
 * A test of an operation, in the defaults of operations.
 *
 * @example
 * ```ts
 * const monitors = rule({}, opExpression('monitor', { interval: '10s' }))
 * export default cluster({ opDefaults: attributeSet({ timeout: '30s' }, { rule: monitors }) })
 * // <op_expression id="op_defaults-meta_attributes-rule-op-monitor" name="monitor" interval="10s"/>
 * ```
 */
export function opExpression(name: string, options: OpExpressionOptions = {}): ChildBuilder<OpExpression> {
  return (rule, used) => {
    const id = options.id ?? claimId(`${rule}-op-${name}`, used)
    return { element: 'op_expression', name, ...optionFields({ ...options, id }, opOptions) }
  }
}
