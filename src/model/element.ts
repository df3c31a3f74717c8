/** An XML element kept just as it was read. */
export interface RawElement {
  readonly name: string
  readonly attributes: readonly (readonly [name: string, value: string])[]
  readonly children: readonly RawElement[]
  readonly text?: string
  /** The comments that stand before it. */
  readonly comments?: readonly string[]
  /** The comments after its last child. */
  readonly closingComments?: readonly string[]
}

/**
 * What an element held beyond its fields, so that reading and writing loses nothing:
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

/** What every element of the tree may carry. */
export interface ElementBase {
  readonly extra?: Extra
}
