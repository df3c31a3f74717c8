import type { CibElement } from '../../model/index.js'
import type { Command } from './command.js'
import type { Dialect } from './pcs-version.js'
import type { ResourceScope } from './resource-scope.js'

/** What pcs is known to make of a command: an element of the fields that it sets, no other. */
export type Produced<T> = T extends readonly (infer Item)[]
  ? readonly Produced<Item>[]
  : T extends { readonly element: infer Name }
    ? { readonly [K in Exclude<keyof T, 'element'>]?: Produced<T[K]> | undefined } & {
        readonly element: Name
      }
    : T

/** How pcs says one element: the commands, and what they make of it, to be compared with what is wanted. */
export interface Converter<E extends CibElement = CibElement> {
  readonly commands: readonly Command[]
  /** Absent where no command makes such an element. */
  readonly makes?: Produced<E>
}

/** Something of an element that pcs does not take. */
export interface Unsupported {
  readonly element: CibElement
  /** The attribute of the CIB that it is about. */
  readonly attribute?: string
  /** What cannot be said: `a second set of attributes`. */
  readonly what: string
  /** True for what cannot be written into the script in any way. */
  readonly isFatal?: boolean
}

/** What the sayings of one element share. */
export interface Context {
  readonly dialect: Dialect
  /** Ids of the CIB by the time of the command; pcs adds -1, -2, ... to an id of its own that is taken. */
  readonly ids: Set<string>
  /** What pcs takes for the same constraint, so that a second one needs `--force`. */
  readonly seen: Set<string>
  /** What constraints may name. */
  readonly resources: ReadonlyMap<string, ResourceScope>
  readonly refuse: (refusal: Unsupported) => void
}
