import { type CibElement, childrenOf, type ElementBase, type RawElement } from '../../model/index.js'
import { limits } from '../../xml/limits.js'
import { inOrder } from './child-order.js'
import { layoutOf } from './layout.js'

/** The element as plain XML; what is deeper than XML may be is left to `writeXml` to report. */
export function toXml(element: CibElement, depth = 1): RawElement {
  const fields = element as unknown as Readonly<Record<string, unknown>>
  const known: [string, string][] = []
  for (const [name, field] of layoutOf(element.element).fields) {
    const value = fields[field]
    if (value !== undefined) known.push([name, String(value)])
  }
  const { attributes = [], elements = [], order, ...rest } = (element as ElementBase).extra ?? {}
  const children = depth > limits.depth ? [] : childrenOf(element).map((child) => toXml(child, depth + 1))
  if (element.element === 'cib' && element.status !== undefined) children.push(element.status)
  return {
    name: element.element,
    attributes: [...known, ...attributes],
    children: order === undefined ? [...children, ...elements] : inOrder(children, elements, order),
    ...rest,
  }
}
