import type { UsedIds } from '../../model/ids.js'
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

/** The ids for the conversion of one element: those that are used, and on top what its commands add. */
export function innerIds(outer: UsedIds): UsedIds {
  const added = new Set<string>()
  return { has: (id) => added.has(id) || outer.has(id), add: (id) => added.add(id) }
}

/** The ids that the element and all below it need to exist: `id-ref`, templates, roles, what permissions name. */
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

/** All that the cluster refers to by id, but for resources, which keep their ids. */
export function referencedIds(cluster: CibElement): ReadonlySet<string> {
  const ids = new Set(neededIds(cluster))
  walk(cluster, ({ element }) => {
    if (element.element === 'obj_ref' && element.id !== undefined) ids.add(element.id)
  })
  return ids
}

/** Neighbours that refer to the same by `id-ref`; any change of the CIB may merge them. */
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

/** Ids that occur twice, which no CIB may have. */
export function duplicateIds(own: readonly OwnId[], used: UsedIds): readonly Unsupported[] {
  const seen = new Set<string>()
  return own.flatMap(([id, element]) => {
    const isUsed = seen.has(id) || used.has(id)
    seen.add(id)
    const what = `the id ${JSON.stringify(id)} a second time`
    return isUsed ? [{ element, attribute: 'id', what, isFatal: true }] : []
  })
}

/** Names that pcs counts as used ids although they are none: of nodes, guest nodes and what a tag lists. */
export function namesIn(wanted: CibElement, guests = guestNodesIn(wanted)): readonly string[] {
  if (wanted.element === 'node') return [wanted.id ?? '']
  return wanted.element === 'tag' ? wanted.objRefs.map(({ id }) => id ?? '') : guests
}

/** The names of the guest nodes that resources bring. */
export function guestNodesIn(wanted: CibElement): readonly string[] {
  const names: string[] = []
  walk(wanted, ({ element }) => {
    if (element.element === 'nvpair' && element.name === 'remote-node') names.push(element.value ?? '')
  })
  return names
}
