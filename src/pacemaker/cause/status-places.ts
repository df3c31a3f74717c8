import type { Cluster, RawElement } from '../../model/index.js'
import { pathStep } from '../../model/walk.js'
import { attributeOf } from '../status/raw-element.js'

/** An element of the status and the way to it. */
export interface StatusPlace {
  readonly element: RawElement
  readonly path: string
}

/** The state of each node. */
export function nodeStates(cluster: Cluster): readonly (StatusPlace & { readonly node: string })[] {
  return childrenAt({ element: cluster.status ?? nothing, path: '/cib/status' })
    .filter(({ element }) => element.name === 'node_state')
    .map((place) => ({ ...place, node: attributeOf(place.element, 'uname') ?? '' }))
}

/** All elements below of that name. */
export function below(place: StatusPlace, name: string): readonly StatusPlace[] {
  return childrenAt(place).flatMap((child) => (child.element.name === name ? [child] : below(child, name)))
}

/** The transient attributes of a node. */
export function transientAttributes(
  state: StatusPlace,
): readonly (StatusPlace & { readonly name: string; readonly value: string })[] {
  return childrenAt(state)
    .filter(({ element }) => element.name === 'transient_attributes')
    .flatMap((place) => below(place, 'nvpair'))
    .map((place) => ({
      ...place,
      name: attributeOf(place.element, 'name') ?? '',
      value: attributeOf(place.element, 'value') ?? '',
    }))
}

const nothing: RawElement = { name: 'status', attributes: [], children: [] }

export function childrenAt({ element, path }: StatusPlace): readonly StatusPlace[] {
  const counts = new Map<string, number>()
  return element.children.map((child) => {
    const count = (counts.get(child.name) ?? 0) + 1
    counts.set(child.name, count)
    return { element: child, path: `${path}/${pathStep(child.name, attributeOf(child, 'id'), count)}` }
  })
}
