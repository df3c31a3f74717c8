import type { CibElement } from '../model/index.js'
import { fieldOf } from '../model/shapes/shapes.js'

/** The value of an attribute by its name in the CIB, whether the element has a field for it or not. */
export function attributeOf(element: CibElement, name: string): string | undefined {
  const field = fieldOf(name)
  const value = Object.hasOwn(element, field)
    ? (element as unknown as Record<string, unknown>)[field]
    : undefined
  if (typeof value === 'string') return value
  return element.extra?.attributes?.find(([other]) => other === name)?.[1]
}
