import type { AttributeSet, CibElement, Cluster } from '../../model/index.js'
import { mapChildren } from '../../model/walk.js'
import { toXml } from '../layout/to-xml.js'
import { idsOf } from './ids.js'

const sets: readonly string[] = ['cluster_property_set', 'instance_attributes', 'meta_attributes']

/** The ids that Pacemaker's upgrade to 3.0 gives to copies of sets, and to what is in them. */
const copyId = (id: string) => `_cibtr-2_${id}`
const innerId = (set: string, id: string) => `__cibtr-2_${set}__${id}`

/** The cluster with a copy in place of each set of attributes that is only a reference. */
export function withCopies(cluster: Cluster): Cluster {
  const { byId } = idsOf(cluster)
  const copied = <E extends CibElement>(element: E): E => {
    const { element: name, idRef } = element as CibElement as AttributeSet
    const named = sets.includes(name) && idRef !== undefined ? byId.get(idRef) : undefined
    if (named?.element !== element.element) return mapChildren(element, copied)
    const set = mapChildren(named, (child) => renamed(child, idRef as string)) as AttributeSet
    return { ...set, id: copyId(idRef as string) } as CibElement as E
  }
  return copied(cluster)
}

function renamed(element: CibElement, set: string): CibElement {
  const copy = mapChildren(element, (child) => renamed(child, set))
  return 'id' in copy && copy.id !== undefined ? { ...copy, id: innerId(set, copy.id) } : copy
}

/** The copies that are still like what they were copied from, as references again. */
export function withReferences(cluster: Cluster): Cluster {
  const { byId } = idsOf(cluster)
  const referring = <E extends CibElement>(element: E): E => {
    const { element: name, id } = element as CibElement as AttributeSet
    if (sets.includes(name) && id?.startsWith(copyId(''))) {
      const idRef = id.slice(copyId('').length)
      const named = byId.get(idRef)
      if (named?.element === name && contentOf(named) === contentOf(element)) {
        return { element: name, idRef, nvpairs: [] } as unknown as E
      }
    }
    return mapChildren(element, referring)
  }
  return referring(cluster)
}

/** All but the ids and comments. */
function contentOf(element: CibElement): string {
  return JSON.stringify(toXml(element), (key, value) =>
    key === 'comments' || key === 'closingComments'
      ? undefined
      : key === 'attributes'
        ? (value as [string, string][]).filter(([name]) => name !== 'id')
        : value,
  )
}
