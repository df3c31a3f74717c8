import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.js'
import type { Cluster, Resource } from '../../model/index.js'
import { hasId } from '../../model/sections.js'
import { pathOf, walk } from '../../model/walk.js'

const elements: readonly string[] = ['primitive', 'template', 'group', 'clone', 'master', 'bundle']

/** A finding for each resource that a picture leaves out. */
export function leftOutOf(cluster: Cluster): readonly Diagnostic[] {
  const found: Diagnostic[] = []
  walk(cluster, (place) => {
    const { element } = place.element
    if (elements.includes(element) && !hasId(place.element as Resource)) {
      found.push(diagnostic('missing-attribute', pathOf(place), { name: 'id', element }))
    }
  })
  return found
}
