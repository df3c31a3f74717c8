import { type CibElement, type Cluster, type RawElement, walk } from '../../model/index.js'
import { attributeOf } from '../../xml/path.js'
import { toXml } from '../layout/to-xml.js'

/** The ids of a cluster that is translated. */
export interface ClusterIds {
  readonly byId: ReadonlyMap<string, CibElement>
  /** Those in use, and those generated on the way. */
  readonly used: Set<string>
  /** Those that an `id-ref` names. */
  readonly referred: ReadonlySet<string>
}

/** Elements whose `id` is that of another one. */
const referring: readonly string[] = ['resource_ref', 'obj_ref', 'role']

/** The ids of a cluster, also those in what the model has no field for. */
export function idsOf(cluster: Cluster): ClusterIds {
  const byId = new Map<string, CibElement>()
  walk(cluster, ({ element }) => {
    if (referring.includes(element.element) || !('id' in element) || element.id === undefined) return
    byId.set(element.id, element)
  })
  const used = new Set<string>()
  const referred = new Set<string>()
  const collect = (xml: RawElement) => {
    const id = attributeOf(xml, 'id')
    const reference = attributeOf(xml, 'id-ref')
    if (id !== undefined) used.add(id)
    if (reference !== undefined) referred.add(reference)
    xml.children.forEach(collect)
  }
  collect(toXml(cluster))
  return { byId, used, referred }
}

/** The element, or the one that its `id-ref` names. */
export function resolved<E extends CibElement>(
  element: E & { readonly idRef?: string },
  { byId }: ClusterIds,
): E {
  if (element.idRef === undefined) return element
  const named = byId.get(element.idRef)
  return named?.element === element.element ? (named as E) : element
}
