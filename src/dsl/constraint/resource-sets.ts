import { claimId, pcsId } from '../../model/ids.js'
import { idOf, type Ref, type ResourceSet } from '../../model/index.js'
import type { Action, Enumeration, OrderKind, Role } from '../enumerations.js'
import { texts, type Value } from '../values.js'

/** Resources that a constraint treats together: `{ resources: [a, b], sequential: false }`. */
export interface ResourceSetOptions<Id extends string = string> {
  readonly resources: readonly Ref<Id>[]
  /** Default `CONSTRAINT_set`, `-1`, ...; pcs cannot set it. */
  readonly id?: string
  readonly sequential?: boolean
  readonly requireAll?: boolean
  readonly ordering?: Enumeration<'ordering'>
  readonly action?: Action
  readonly role?: Role
  readonly score?: Value
  readonly kind?: OrderKind
}

/** A set that stands elsewhere: `{ idRef: 'order-x_set' }`. */
export interface ResourceSetRef {
  readonly idRef: string
}

/** A set, a set that stands elsewhere, or the element itself. */
export type SetOption<Id extends string = string> = ResourceSetOptions<Id> | ResourceSetRef | ResourceSet<Id>

/** The `<resource_set>`s of a constraint, with the ids that pcs gives them. */
export function resourceSets<Id extends string>(
  constraint: string,
  sets: readonly SetOption<Id>[],
): ResourceSet<Id>[] {
  const taken = new Set<string>()
  return sets.map((set) => resourceSetOf(constraint, set, taken))
}

/** One `<resource_set>` of the constraint of that id; an element stays as it is. */
export function resourceSetOf<Id extends string>(
  constraint: string,
  set: SetOption<Id>,
  taken: Set<string>,
): ResourceSet<Id> {
  if ('element' in set) return set
  if ('idRef' in set) return { element: 'resource_set', idRef: set.idRef, resourceRefs: [] }
  const { resources, ...fields } = set
  const id = set.id ?? claimId(pcsId.resourceSet(constraint), taken)
  return {
    element: 'resource_set',
    ...texts({ ...fields, id }),
    resourceRefs: resources.map((resource) => ({ element: 'resource_ref', id: idOf(resource) })),
  }
}

/** The id that pcs gives a constraint made of sets. */
export function setConstraintId(kind: 'order' | 'colocation' | 'ticket', sets: readonly SetOption[]): string {
  return pcsId.setConstraint(
    kind,
    sets.flatMap((set) => ('resources' in set ? set.resources.map((resource) => idOf(resource)) : [])),
  )
}
