/** An element of an XML document, with the place where its tag starts. */
export interface XmlElement {
  readonly name: string
  readonly attributes: readonly (readonly [name: string, value: string])[]
  readonly children: readonly XmlElement[]
  /** Text directly inside, where it is more than white space. */
  readonly text?: string
  /** The comments before it. */
  readonly comments?: readonly string[]
  /** The comments after its last child. */
  readonly closingComments?: readonly string[]
  /** Offset of its `<` in the text. */
  readonly start: number
  /** Offset behind the last `>` of it. */
  readonly end: number
}

/** What can be written as XML. */
export interface WritableElement {
  readonly name: string
  readonly attributes: readonly (readonly [name: string, value: string])[]
  readonly children: readonly WritableElement[]
  readonly text?: string
  readonly comments?: readonly string[]
  readonly closingComments?: readonly string[]
}
