import { type CibElement, childrenOf, walk } from '../../model/index.js'
import type { Unsupported } from '../command/conversion.js'

/** An id and the element that has it. */
export type OwnId = readonly [id: string, element: CibElement]

/** What has an `id` that is a reference, or a name that need not be unique. */
const others = ['resource_ref', 'obj_ref', 'role', 'node', 'acl_target']

/** The ids that the element and all below it have, unique in a CIB. */
export function ownIds(item: CibElement): readonly OwnId[] {
  const ids: OwnId[] = []
  walk(item, ({ element }) => {
    const id = 'id' in element && !others.includes(element.element) ? element.id : undefined
    if (id !== undefined) ids.push([id, element])
  })
  return ids
}

/** The ids that the element and all below it need to be there: `id-ref`, templates, roles, what permissions name. */
export function neededIds(item: CibElement): readonly string[] {
  const ids: string[] = []
  walk(item, ({ element }) => {
    if ('idRef' in element && element.idRef !== undefined) ids.push(element.idRef)
    if (element.element === 'primitive' && element.template !== undefined) ids.push(element.template)
    if (element.element === 'role' && element.id !== undefined) ids.push(element.id)
    if (element.element === 'acl_permission' && element.reference !== undefined) ids.push(element.reference)
  })
  return ids
}

/** Neighbours that refer to the same by `id-ref`; any change of the CIB may make one of them. */
export function sameReferences(root: CibElement): readonly CibElement[] {
  const found: CibElement[] = []
  walk(root, ({ element }) => {
    const seen = new Set<string>()
    for (const child of childrenOf(element)) {
      if (!('idRef' in child) || child.idRef === undefined) continue
      const reference = `${child.element} ${child.idRef}`
      if (seen.has(reference)) found.push(child)
      seen.add(reference)
    }
  })
  return found
}

/** Ids that occur twice; no CIB holds them. */
export function takenIds(own: readonly OwnId[], taken: ReadonlySet<string>): readonly Unsupported[] {
  const seen = new Set(taken)
  return own.flatMap(([id, element]) => {
    const isTaken = seen.has(id)
    seen.add(id)
    const what = `the id ${JSON.stringify(id)} a second time`
    return isTaken ? [{ element, attribute: 'id', what, isFatal: true }] : []
  })
}
