import { type ChildOrder, sortChildren } from '../../dsl/cluster/child-order.js'
import { type CibElement, type Cluster, childrenOf, type ElementName, walk } from '../../model/index.js'
import { shapeOf } from '../../model/shapes/shapes.js'

/**
 * The order that most elements of a name have their children in, where that is not the order of pcs, and
 * the cluster in which only the elements with yet another order have `extra.order`.
 */
export function commonOrder(cluster: Cluster): { readonly cluster: Cluster; readonly order: ChildOrder } {
  const order = Object.fromEntries(
    [...elementsByName(cluster)].flatMap(([name, elements]) => {
      const first = mostCommon(elements)
      return first.length === 0 ? [] : [[name, first] as const]
    }),
  ) as ChildOrder
  return { cluster: withOrder(cluster, order), order }
}

function elementsByName(cluster: Cluster): Map<ElementName, CibElement[]> {
  const found = new Map<ElementName, CibElement[]>()
  walk(cluster, ({ element }) => {
    if (Object.keys(shapeOf(element.element)?.slots ?? {}).length < 2) return
    const elements = found.get(element.element)
    if (elements === undefined) found.set(element.element, [element])
    else elements.push(element)
  })
  return found
}

/** The names of the children that come first in most of these elements; none where most follow pcs. */
function mostCommon(elements: readonly CibElement[]): readonly string[] {
  const seen = new Map(
    elements.map((element) => {
      const names = [...new Set(childNames(element))]
      return [names.join(' '), names]
    }),
  )
  let best: readonly string[] = []
  let count = elements.filter((element) => isSorted(element, [])).length
  for (const names of seen.values()) {
    for (let length = 1; length <= names.length; length++) {
      const first = names.slice(0, length)
      const following = elements.filter((element) => isSorted(element, first)).length
      if (following > count) [best, count] = [first, following]
    }
  }
  return best
}

/** The names of an element's children in the order in which they were read. */
function childNames(element: CibElement): readonly string[] {
  return element.extra?.order ?? childrenOf(element).map((child) => child.element)
}

function isSorted(element: CibElement, first: readonly string[]): boolean {
  const names = childNames(element)
  const sorted = sortChildren(
    childrenOf(element).map((child) => child.element),
    first,
  )
  return names.length === sorted.length && names.every((name, index) => name === sorted[index])
}

/** The element and all below it, with `extra.order` only where it differs from the common order. */
function withOrder<E extends CibElement>(element: E, order: ChildOrder): E {
  const fields: Record<string, unknown> = { ...element }
  for (const field of Object.keys(shapeOf(element.element)?.slots ?? {})) {
    const value = fields[field]
    if (Array.isArray(value)) fields[field] = value.map((child: CibElement) => withOrder(child, order))
    else if (value !== undefined) fields[field] = withOrder(value as CibElement, order)
  }
  const { order: _, ...extra } = element.extra ?? {}
  const isCommon = isSorted(element, order[element.element] ?? [])
  const own = isCommon ? extra : { ...extra, order: childNames(element) }
  if (Object.keys(own).length === 0) delete fields.extra
  else fields.extra = own
  return fields as unknown as E
}
