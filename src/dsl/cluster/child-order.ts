import { type CibElement, childrenOf, type ElementName } from '../../model/index.js'
import { shapeOf } from '../../model/shapes/shapes.js'

/** By element, the names of children that come first, in this order; the others follow as pcs writes them. */
export type ChildOrder = { readonly [Name in ElementName]?: readonly string[] }

/** The element and all below it, their children in this order; an element with an order of its own is not changed. */
export function inChildOrder<E extends CibElement>(element: E, order: ChildOrder): E {
  const fields: Record<string, unknown> = { ...element }
  for (const field of Object.keys(shapeOf(element.element)?.slots ?? {})) {
    const value = fields[field]
    if (Array.isArray(value)) fields[field] = value.map((child: CibElement) => inChildOrder(child, order))
    else if (value !== undefined) fields[field] = inChildOrder(value as CibElement, order)
  }
  const ordered = orderOf(element, order[element.element])
  if (ordered !== undefined) fields.extra = { ...element.extra, order: ordered }
  return fields as unknown as E
}

/** The order to keep: none where the element has one, or where it is the one in which it is written anyway. */
function orderOf(element: CibElement, first: readonly string[] | undefined): readonly string[] | undefined {
  if (first === undefined || element.extra?.order !== undefined) return undefined
  const written = childrenOf(element).map((child) => child.element)
  const ordered = sortChildren(written, first)
  return ordered.every((name, index) => name === written[index]) ? undefined : ordered
}

/** Names of children: those of the list as it has them, the others after them as they are. */
export function sortChildren(children: readonly string[], first: readonly string[]): readonly string[] {
  const rank = (name: string) => {
    const index = first.indexOf(name)
    return index === -1 ? first.length : index
  }
  return [...children].sort((one, other) => rank(one) - rank(other))
}
