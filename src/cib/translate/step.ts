import type { RawElement } from '../../model/index.js'
import type { XmlPath } from '../../xml/spot.js'
import type { SchemaVersion } from '../validate/versions.js'

/** An element in the words of another schema, and how to say what was done. */
export interface Translated {
  readonly element: RawElement
  readonly said: string
}

/** Puts one thing into the words of a version; undefined where there is nothing to do. */
export type Step = (element: RawElement, place: XmlPath, version: SchemaVersion) => Translated | undefined

/** The element with another value, or without the attribute where the value is undefined; its place stays. */
export function withAttribute(
  element: RawElement,
  name: string,
  to: readonly [string, string] | undefined,
): RawElement {
  const attributes = element.attributes.flatMap((attribute) =>
    attribute[0] !== name ? [attribute] : to === undefined ? [] : [to],
  )
  return { ...element, attributes }
}
