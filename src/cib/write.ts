import type { Result } from '../diagnostics/diagnostic.js'
import {
  type Cluster,
  childrenOf,
  type Element,
  type ElementBase,
  fieldOf,
  type RawElement,
  shapeOf,
} from '../model/index.js'
import { writeXml } from '../xml/write.js'

/**
 * The CIB as XML. Attributes come in the order of the schema, children in the order in which they
 * were read, else in the order of the schema. An attribute value that XML cannot carry (a control
 * character, half a surrogate pair) is an error with its path, and then there is no output.
 *
 * CIB element: `<cib>`; loads with `cibadmin --replace --xml-file` or `pcs cluster cib-push`.
 */
export function writeCib(cluster: Cluster): Result<string> {
  return writeXml(toXml(cluster))
}

/** The element as plain XML. */
export function toXml(element: Element): RawElement {
  const fields = element as unknown as Readonly<Record<string, unknown>>
  const known = (shapeOf(element.element)?.attributes ?? []).flatMap((name) => {
    const value = fields[fieldOf(name)]
    return value === undefined ? [] : [[name, String(value)] as const]
  })
  const { attributes = [], elements = [], order, ...rest } = (element as ElementBase).kept ?? {}
  const children = [...childrenOf(element).map(toXml), ...elements]
  const status = element.element === 'cib' && element.status !== undefined ? [element.status] : []
  return {
    name: element.element,
    attributes: [...known, ...attributes],
    children: inOrder([...children, ...status], order),
    ...rest,
  }
}

/** The children in the order recorded by the reader; those it does not name come last. */
function inOrder(
  children: readonly RawElement[],
  order: readonly string[] | undefined,
): readonly RawElement[] {
  if (order === undefined) return children
  const waiting = new Map<string, RawElement[]>()
  for (const child of children) {
    const queue = waiting.get(child.name)
    if (queue === undefined) waiting.set(child.name, [child])
    else queue.push(child)
  }
  const ordered = order.flatMap((name) => waiting.get(name)?.shift() ?? [])
  return [...ordered, ...children.filter((child) => waiting.get(child.name)?.includes(child))]
}
