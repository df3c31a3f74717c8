import type { ElementBase } from './element.js'

/** One name and value; `id-ref` points at an nvpair elsewhere. CIB: `<nvpair/>`. */
export interface Nvpair extends ElementBase {
  readonly element: 'nvpair'
  readonly id?: string
  readonly idRef?: string
  readonly name?: string
  readonly value?: string
}

type AttributeSetName = 'instance_attributes' | 'meta_attributes' | 'utilization' | 'cluster_property_set'

/** A set of nvpairs, in effect where its rule is true; of several sets the highest score wins. */
export interface AttributeSet<Name extends AttributeSetName = AttributeSetName> extends ElementBase {
  readonly element: Name
  readonly id?: string
  readonly idRef?: string
  readonly score?: string
  readonly rule?: Rule
  readonly nvpairs: readonly Nvpair[]
}

/** Parameters of a resource agent, or attributes of a node. CIB: `<instance_attributes>`. */
export type InstanceAttributes = AttributeSet<'instance_attributes'>
/** What Pacemaker itself reads of a resource, operation or default. CIB: `<meta_attributes>`. */
export type MetaAttributes = AttributeSet<'meta_attributes'>
/** Capacity of a node, or what a resource needs of it. CIB: `<utilization>`. */
export type Utilization = AttributeSet<'utilization'>
/** Options of the whole cluster. CIB: `<cluster_property_set>`; `pcs property set`. */
export type ClusterPropertySet = AttributeSet<'cluster_property_set'>

/** A condition made of expressions, joined by `boolean-op`; rules nest. CIB: `<rule>`. */
export interface Rule extends ElementBase {
  readonly element: 'rule'
  readonly id?: string
  readonly idRef?: string
  readonly score?: string
  readonly scoreAttribute?: string
  readonly booleanOp?: string
  readonly role?: string
  readonly expressions: readonly (Expression | DateExpression | RscExpression | OpExpression | Rule)[]
}

/** A test of one node attribute. CIB: `<expression>`. */
export interface Expression extends ElementBase {
  readonly element: 'expression'
  readonly id?: string
  readonly attribute?: string
  readonly operation?: string
  readonly value?: string
  readonly type?: string
  readonly valueSource?: string
}

/** A test of the time now. CIB: `<date_expression>`. */
export interface DateExpression extends ElementBase {
  readonly element: 'date_expression'
  readonly id?: string
  readonly operation?: string
  readonly start?: string
  readonly end?: string
  readonly duration?: Duration
  readonly dateSpec?: DateSpec
}

interface DateFields<Name extends string> extends ElementBase {
  readonly element: Name
  readonly id?: string
  readonly years?: string
  readonly months?: string
  readonly monthdays?: string
  readonly weeks?: string
  readonly weekyears?: string
  readonly weekdays?: string
  readonly yearsdays?: string
  readonly days?: string
  readonly hours?: string
  readonly minutes?: string
  readonly seconds?: string
  readonly moon?: string
}

/** A length of time. CIB: `<duration>`. */
export type Duration = DateFields<'duration'>

/** A cron-like pattern of times. CIB: `<date_spec>`. */
export interface DateSpec extends DateFields<'date_spec'> {
  readonly yeardays?: string
}

/** A test of a resource's agent, in defaults. CIB: `<rsc_expression>`. */
export interface RscExpression extends ElementBase {
  readonly element: 'rsc_expression'
  readonly id?: string
  readonly class?: string
  readonly provider?: string
  readonly type?: string
}

/** A test of an operation, in operation defaults. CIB: `<op_expression>`. */
export interface OpExpression extends ElementBase {
  readonly element: 'op_expression'
  readonly id?: string
  readonly name?: string
  readonly interval?: string
}
