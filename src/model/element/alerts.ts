import type { InstanceAttributes, MetaAttributes } from './attributes.js'
import type { ElementBase } from './element.js'

/** A program that is called on events. CIB: `<alert>`; `pcs alert create`. */
export interface Alert extends ElementBase {
  readonly element: 'alert'
  readonly id?: string
  readonly path?: string
  readonly description?: string
  readonly instanceAttributes: readonly InstanceAttributes[]
  readonly metaAttributes: readonly MetaAttributes[]
  readonly select?: Select
  readonly recipients: readonly Recipient[]
}

/** CIB: `<recipient>`; `pcs alert recipient add`. */
export interface Recipient extends ElementBase {
  readonly element: 'recipient'
  readonly id?: string
  readonly value?: string
  readonly description?: string
  readonly instanceAttributes: readonly InstanceAttributes[]
  readonly metaAttributes: readonly MetaAttributes[]
}

/** Which events an alert receives. CIB: `<select>`. */
export interface Select extends ElementBase {
  readonly element: 'select'
  readonly attributes?: SelectAttributes
  readonly fencing?: SelectKind<'select_fencing'>
  readonly nodes?: SelectKind<'select_nodes'>
  readonly resources?: SelectKind<'select_resources'>
}

/** CIB: `<select_attributes>`. */
export interface SelectAttributes extends ElementBase {
  readonly element: 'select_attributes'
  readonly attributes: readonly SelectAttribute[]
}

/** CIB: `<attribute>` inside `select_attributes`. */
export interface SelectAttribute extends ElementBase {
  readonly element: 'attribute'
  readonly id?: string
  readonly name?: string
}

/** CIB: `<select_fencing/>`, `<select_nodes/>`, `<select_resources/>`. */
export interface SelectKind<
  Name extends 'select_fencing' | 'select_nodes' | 'select_resources' =
    | 'select_fencing'
    | 'select_nodes'
    | 'select_resources',
> extends ElementBase {
  readonly element: Name
}
