import type { CibElement, Cluster } from '../../model/index.js'
import { walk } from '../../model/walk.js'
import { memoizePerCluster } from './memoize.js'

type Referring = Extract<CibElement, { readonly idRef?: string }>

/** The elements that `id-ref` can name, by the name of the element and the id; undefined for an id that two have. */
const named = memoizePerCluster((cluster) => {
  const found = new Map<string, CibElement | undefined>()
  walk(cluster, ({ element }) => {
    if (!('id' in element) || element.id === undefined) return
    const key = `${element.element} ${element.id}`
    found.set(key, found.has(key) ? undefined : element)
  })
  return found
})

/** The element itself, or the one that its `id-ref` names; undefined where there is none of that kind, or several. */
export function referenced<E extends Referring>(element: E, cluster: Cluster): E | undefined {
  if (element.idRef === undefined) return element
  return named(cluster).get(`${element.element} ${element.idRef}`) as E | undefined
}
