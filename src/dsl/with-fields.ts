import type { CibElement, Cluster, Constraint, ElementBase } from '../model/index.js'
import { markLike } from '../model/language.js'
import { renamedLike } from './constraint/constraint-id.js'

/** An element, or a builder of one, with more fields. It is a copy; what is remembered of the original is of the copy too. */
export function withFields<Item extends object>(
  item: Item,
  fieldsOf: (element: ElementBase) => ElementBase,
): Item {
  const change = <E extends ElementBase>(element: E): E => {
    const copy = { ...element, ...fieldsOf(element) }
    renamedLike(element as unknown as Constraint, copy as unknown as Constraint, change as never)
    const { element: name } = element as unknown as CibElement
    return name === 'cib'
      ? (markLike(element as unknown as Cluster, copy as unknown as Cluster) as unknown as E)
      : copy
  }
  if (typeof item !== 'function') return change(item)
  const build = item as unknown as (...context: readonly unknown[]) => ElementBase
  return ((...context: readonly unknown[]) => change(build(...context))) as unknown as Item
}
