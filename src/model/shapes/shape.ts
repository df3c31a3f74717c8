import type { ElementName } from '../element/tree.js'

/** Where the children of an element live in the model: one field, the elements it accepts, how many. */
export interface Slot {
  readonly accepts: readonly ElementName[]
  readonly arity: 'one' | 'optional' | 'some' | 'many'
}

/** An element's attributes in the order in which they are written, and its children. */
export interface Shape {
  readonly attributes: readonly string[]
  readonly slots: Readonly<Record<string, Slot>>
}

export const one = <const T extends ElementName[]>(...accepts: T) => ({ accepts, arity: 'one' }) as const
export const optional = <const T extends ElementName[]>(...accepts: T) =>
  ({ accepts, arity: 'optional' }) as const
export const some = <const T extends ElementName[]>(...accepts: T) => ({ accepts, arity: 'some' }) as const
export const many = <const T extends ElementName[]>(...accepts: T) => ({ accepts, arity: 'many' }) as const

/** The two sets of attributes that most elements with attributes of their own have. */
export const sets = {
  instanceAttributes: many('instance_attributes'),
  metaAttributes: many('meta_attributes'),
}
