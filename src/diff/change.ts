import type { RawElement } from '../model/index.js'

interface ChangeBase {
  /** The name of the element in the CIB. */
  readonly element: string
  readonly id?: string
  /** The XPath of the element: in the first cluster, or in the second for what was added. */
  readonly path: string
}

/** An element that only the second cluster has, with all in it that the first does not have elsewhere. */
export interface AddedChange extends ChangeBase {
  readonly change: 'added'
  /** The XPath of its parent in the second cluster. */
  readonly parent: string
  /** Its place among those siblings in the second cluster whose order counts, from 0; absent where order means nothing. */
  readonly position?: number
  readonly xml: RawElement
}

/** An element that only the first cluster has, with all in it that the second does not have elsewhere. */
export interface RemovedChange extends ChangeBase {
  readonly change: 'removed'
  readonly xml: RawElement
}

/** An attribute with another value; `#text` is the text inside the element. */
export interface ChangedChange extends ChangeBase {
  readonly change: 'changed'
  readonly attribute: string
  /** Absent where the first cluster does not have the attribute. */
  readonly from?: string
  /** Absent where the second cluster does not have it. */
  readonly to?: string
}

/** An element at another place among its siblings, or in another parent. */
export interface MovedChange extends ChangeBase {
  readonly change: 'moved'
  /** The XPath of its parent in the second cluster. */
  readonly parent: string
  /** True where the parent is another one than before. */
  readonly isOtherParent: boolean
  /** Its places among those siblings whose order counts, from 0; absent where order means nothing. */
  readonly from?: number
  readonly position?: number
}

/** One difference between two clusters. */
export type Change = AddedChange | RemovedChange | ChangedChange | MovedChange
