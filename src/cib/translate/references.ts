import type { RawElement } from '../../model/index.js'
import { attributeOf, type XmlPath } from '../../xml/spot.js'

/** The ids of a CIB that is translated. */
interface Ids {
  readonly byId: Map<string, RawElement>
  /** Those that are in use, and those that are made up on the way. */
  readonly taken: Set<string>
  /** Those that an `id-ref` names. */
  readonly referred: Set<string>
}

const known = new WeakMap<RawElement, Ids>()

/** The ids of the CIB that a place lies in; collected once for each CIB. */
export function idsAround(place: XmlPath): Ids {
  let at = place
  while (at.parent !== undefined) at = at.parent
  const ids = known.get(at.xml) ?? { byId: new Map(), taken: new Set(), referred: new Set() }
  if (!known.has(at.xml)) collect(at.xml, ids)
  known.set(at.xml, ids)
  return ids
}

/** The element, or the one that its `id-ref` names. */
export function resolved(element: RawElement, place: XmlPath): RawElement {
  const reference = attributeOf(element, 'id-ref')
  return reference === undefined ? element : (idsAround(place).byId.get(reference) ?? element)
}

function collect(element: RawElement, ids: Ids): void {
  const id = attributeOf(element, 'id')
  const reference = attributeOf(element, 'id-ref')
  if (id !== undefined) ids.taken.add(id)
  if (id !== undefined && !referring.includes(element.name)) ids.byId.set(id, element)
  if (reference !== undefined) ids.referred.add(reference)
  for (const child of element.children) collect(child, ids)
}

/** Elements whose `id` is that of another one. */
const referring: readonly string[] = ['resource_ref', 'obj_ref', 'role', 'role_ref']
