import type { RawElement } from '../../model/index.js'

/** The element with these attributes and children. */
export function raw(
  name: string,
  attributes: Readonly<Record<string, string>>,
  children: readonly RawElement[] = [],
): RawElement {
  return { name, attributes: Object.entries(attributes), children }
}

/** The value of an attribute of an element. */
export function attributeOf({ attributes }: RawElement, name: string): string | undefined {
  return attributes.find(([key]) => key === name)?.[1]
}
