import type { CibElement } from '../../model/index.js'
import { fieldOf, shapeOf } from '../../model/shapes/shapes.js'
import type { Context } from './conversion.js'

/** The attributes that an element has, by their names in the CIB and in the order of its shape. */
export function attributesOf(element: CibElement): Readonly<Record<string, string>> {
  const found: Record<string, string> = {}
  for (const name of shapeOf(element.element)?.attributes ?? []) {
    const value = modelAttribute(element, name)
    if (value !== undefined) found[name] = value
  }
  return found
}

/** The value of an attribute that has a field in the model, by its name in the CIB. */
export function modelAttribute(element: CibElement, name: string): string | undefined {
  return (element as unknown as Readonly<Record<string, string | undefined>>)[fieldOf(name)]
}

/** The fields of an element for some of its attributes. */
export function fieldsOf<E extends CibElement>(element: E, names: readonly string[]): Partial<E> {
  const fields = element as unknown as Readonly<Record<string, unknown>>
  return Object.fromEntries(names.map((name) => [fieldOf(name), fields[fieldOf(name)]])) as Partial<E>
}

/** Words that start a part of `pcs resource create`, and so cannot be names in it. */
export const createKeywords: readonly string[] = ['op', 'meta', 'clone', 'promotable', 'bundle', 'group']

/** Which values pcs accepts for the attributes that it validates. */
export type Accepts = Readonly<Record<string, (value: string) => boolean>>

/**
 * The `name=value` words of these attributes. An empty value, by which pcs removes an attribute,
 * and a value that pcs does not accept are reported and left out.
 */
export function attributeWords(
  element: CibElement,
  names: readonly string[],
  context: Context,
  accepts: Accepts = {},
): readonly string[] {
  const words: string[] = []
  for (const name of names) {
    const value = modelAttribute(element, name)
    if (value === undefined) continue
    if (value !== '' && accepts[name]?.(value) !== false) words.push(`${name}=${value}`)
    else {
      const what = `${name}=${JSON.stringify(value)} of <${element.element}>`
      context.unsupported({ element, attribute: name, what })
    }
  }
  return words
}

/** True for the values listed. */
export const oneOf =
  (...values: readonly string[]) =>
  (value: string): boolean =>
    values.includes(value)
