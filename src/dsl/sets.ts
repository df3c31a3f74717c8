import { claimId, idOf, pcsId, type Ref, type ResourceSet } from '../model/index.js'
import { texts, type Value } from './part.js'

/** Resources that a constraint treats together: `{ resources: [a, b], sequential: false }`. */
export interface ResourceSetOptions<Id extends string = string> {
  readonly resources: readonly Ref<Id>[]
  /** Default `CONSTRAINT_set`, `-1`, ...; pcs cannot set it. */
  readonly id?: string
  readonly sequential?: boolean
  readonly requireAll?: boolean
  readonly ordering?: 'group' | 'listed'
  readonly action?: Action
  readonly role?: Role
  readonly score?: Value
  readonly kind?: OrderKind
}

/** A set that stands elsewhere: `{ idRef: 'order-x_set' }`. */
export interface ResourceSetRef {
  readonly idRef: string
}

export type SetOption<Id extends string = string> = ResourceSetOptions<Id> | ResourceSetRef

export type Action = 'start' | 'stop' | 'promote' | 'demote'
export type Role = 'Started' | 'Stopped' | 'Promoted' | 'Unpromoted' | 'Master' | 'Slave'
export type OrderKind = 'Optional' | 'Mandatory' | 'Serialize'

/** The `<resource_set>`s of a constraint, with the ids that pcs gives them. */
export function resourceSets<Id extends string>(
  constraint: string,
  sets: readonly SetOption<Id>[],
): ResourceSet<Id>[] {
  const taken = new Set<string>()
  return sets.map((set) => {
    if ('idRef' in set) return { element: 'resource_set', idRef: set.idRef, resourceRefs: [] }
    const { resources, ...fields } = set
    const id = set.id ?? claimId(pcsId.resourceSet(constraint), taken)
    return {
      element: 'resource_set',
      ...texts({ ...fields, id }),
      resourceRefs: resources.map((resource) => ({ element: 'resource_ref', id: idOf(resource) })),
    }
  })
}

/** The id that pcs gives a constraint made of sets. */
export function setConstraintId(kind: 'order' | 'colocation' | 'ticket', sets: readonly SetOption[]): string {
  return pcsId.setConstraint(
    kind,
    sets.flatMap((set) => ('idRef' in set ? [] : set.resources.map((resource) => idOf(resource)))),
  )
}
