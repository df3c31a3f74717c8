import type { UsedIds } from '../../model/ids.js'
import type { CibElement } from '../../model/index.js'
import type { Command } from './command.js'
import type { Dialect } from './pcs-version.js'
import type { ResourceScope } from './resource-scope.js'

/** The element that a command produces, with the fields that pcs sets and no others. */
export type Produced<T> = T extends readonly (infer Item)[]
  ? readonly Produced<Item>[]
  : T extends { readonly element: infer Name }
    ? { readonly [K in Exclude<keyof T, 'element'>]?: Produced<T[K]> | undefined } & {
        readonly element: Name
      }
    : T

/** The commands of one element, and what they produce, which is compared with what is wanted. */
export interface Conversion<E extends CibElement = CibElement> {
  readonly commands: readonly Command[]
  /** Absent where no command produces such an element. */
  readonly produces?: Produced<E>
}

/** Something of an element that pcs does not support. */
export interface Unsupported {
  readonly element: CibElement
  /** The attribute of the CIB that it is about. */
  readonly attribute?: string
  /** What is not supported, as a noun phrase: `a second set of attributes`. */
  readonly what: string
  /** True for what no CIB can express. */
  readonly isFatal?: boolean
  /** For a difference in ids alone, or in an empty `<operations>`: what pcs writes, as a phrase. */
  readonly becomes?: string
}

/** What the conversions of one element share. */
export interface Context {
  readonly dialect: Dialect
  /** Ids in the CIB when the command runs; pcs adds -1, -2, ... to an id of its own that is used already. */
  readonly ids: UsedIds
  /** Keys of the constraints so far; pcs considers those of one key equal and requires `--force` for a second. */
  readonly seen: Set<string>
  /** What constraints may name. */
  readonly resources: ReadonlyMap<string, ResourceScope>
  /** True where a password may be a word of a command. */
  readonly showsSecrets?: boolean
  readonly unsupported: (unsupported: Unsupported) => void
}
