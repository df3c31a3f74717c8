/** An XML element just as it was read. */
export interface RawElement {
  readonly name: string
  readonly attributes: readonly (readonly [name: string, value: string])[]
  readonly children: readonly RawElement[]
  readonly text?: string
  /** The comments before it. */
  readonly comments?: readonly string[]
  /** The comments after its last child. */
  readonly closingComments?: readonly string[]
}

/**
 * What an element has beyond its fields, so that reading and writing drop nothing:
 * attributes and elements that the model has no field for, comments, stray text, and the order of
 * the children where it is not the order in which the writer would print them.
 */
export interface Extra {
  readonly attributes?: readonly (readonly [name: string, value: string])[]
  readonly elements?: readonly RawElement[]
  /** The name of each child; `#extra` for the next of `elements`. */
  readonly order?: readonly string[]
  readonly text?: string
  readonly comments?: readonly string[]
  readonly closingComments?: readonly string[]
}

/** A key that a builder of the DSL was given and does not know. */
export interface UnknownOption {
  /** What has the options: `order()`, `an operation`. */
  readonly of: string
  readonly key: string
  /** The keys that it knows. */
  readonly known: readonly string[]
}

/** A code of findings that a module accepts on an element and below it, and why. */
export interface Suppressed {
  readonly code: string
  readonly reason: string
}

/** What every element of the tree may have. */
export interface ElementBase {
  readonly extra?: Extra
  /** What a builder was given and could not use; `check` reports it. Not part of the CIB. */
  readonly unknownOptions?: readonly UnknownOption[]
  /** What `check` leaves out on this element and below it. Not part of the CIB. */
  readonly suppressed?: readonly Suppressed[]
}
