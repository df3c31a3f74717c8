import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.js'
import { type Constraint, constraintsOf } from '../../model/index.js'
import { type ResourceEntry, type ResourceIndex, topOf } from '../resource/resource-index.js'

type PathOf = (constraint: Constraint) => string

/** A finding for each id in a constraint that Pacemaker does not take for the resource of that id. */
export function referenceHints(index: ResourceIndex, pathOf: PathOf): Diagnostic[] {
  return constraintsOf(index.cluster).flatMap((constraint) => {
    const ids = new Set(namesIn(constraint))
    return [...ids].flatMap((id) => {
      const entry = index.get(id)
      if (entry === undefined || index.resolve(id) === entry) return []
      const top = topOf(entry).id
      const parameters = { id, top, isGroup: isGroup(entry) }
      return [diagnostic('reference-inside-clone', pathOf(constraint), parameters)]
    })
  })
}

function isGroup({ resource }: ResourceEntry): boolean {
  return resource?.element === 'group'
}

function namesIn(constraint: Constraint): string[] {
  const listed = constraint.resourceSets.flatMap(({ resourceRefs }) => resourceRefs.map(({ id }) => id))
  return [...listed, ...namesOf(constraint)].filter((id) => id !== undefined)
}

function namesOf(constraint: Constraint): (string | undefined)[] {
  switch (constraint.element) {
    case 'rsc_order':
      return [constraint.first, constraint.then]
    case 'rsc_colocation':
      return [constraint.rsc, constraint.withRsc]
    default:
      return [constraint.rsc]
  }
}
