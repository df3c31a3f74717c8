import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.js'
import { type Constraint, constraintsOf } from '../../model/index.js'
import { referencesIn } from '../../model/sections.js'
import { type ResourceEntry, type ResourceIndex, topOf } from '../resource/resource-index.js'

/** A finding for each id in a constraint that Pacemaker does not resolve to the resource of that id. */
export function referenceHints(
  index: ResourceIndex,
  pathTo: (constraint: Constraint) => string,
): Diagnostic[] {
  return constraintsOf(index.cluster).flatMap((constraint) => {
    const ids = new Set(referencesIn(constraint))
    return [...ids].flatMap((id) => {
      const entry = index.get(id)
      if (entry === undefined || index.resolve(id) === entry) return []
      const top = topOf(entry).id
      const parameters = { id, top, isGroup: isGroup(entry) }
      return [diagnostic('reference-inside-clone', pathTo(constraint), parameters)]
    })
  })
}

function isGroup({ resource }: ResourceEntry): boolean {
  return resource?.element === 'group'
}
