import { type CibElement, childrenOf, type RawElement } from '../../model/index.js'

/** In an element's `extra.order`, the next of its `extra.elements`; no element has this name. */
export const extraMark = '#extra'

/**
 * The children in the order in which they were read: `order` has the name of each, or `extraMark`.
 * Children that were added since come after the others, those that were removed leave no gap.
 */
export function inOrder(
  children: readonly RawElement[],
  extra: readonly RawElement[],
  order: readonly string[],
): readonly RawElement[] {
  const queues = new Map<string, RawElement[]>([[extraMark, [...extra].reverse()]])
  for (const child of [...children].reverse()) {
    const queue = queues.get(child.name)
    if (queue === undefined) queues.set(child.name, [child])
    else queue.push(child)
  }
  const placed = order.flatMap((name) => queues.get(name)?.pop() ?? [])
  const used = new Set(placed)
  return [...placed, ...[...children, ...extra].filter((child) => !used.has(child))]
}

/** The names of an element's children in the order in which they are written, `extraMark` for extra ones. */
export function childOrder(element: CibElement): readonly string[] {
  const { order, elements = [] } = element.extra ?? {}
  return order ?? [...childrenOf(element).map((child) => child.element), ...elements.map(() => extraMark)]
}
