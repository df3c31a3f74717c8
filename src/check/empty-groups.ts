import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js'
import { type Cluster, pathOf, placesOf } from '../model/index.js'

/** A finding for each group without members: the compiler cannot see how long a list is. */
export function checkEmptyGroups(cluster: Cluster): Diagnostic[] {
  return placesOf(cluster, 'group')
    .filter(({ element }) => element.members.length === 0)
    .map((place) =>
      diagnostic('missing-element', pathOf(place), { element: 'group', expected: ['primitive'] }),
    )
}
