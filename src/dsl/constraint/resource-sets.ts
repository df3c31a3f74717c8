import { claimId, pcsId } from '../../model/ids.js'
import { idOf, type Ref, type ResourceSet } from '../../model/index.js'
import type { Action, Enumeration, OrderKind, Role } from '../enumerations.js'
import { type OptionTable, optionFields } from '../options.js'
import type { Value } from '../values.js'

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

const setOptions = {
  of: 'a resource set',
  options: {
    resources: 'child',
    id: 'attribute',
    sequential: 'attribute',
    requireAll: 'attribute',
    ordering: 'attribute',
    action: 'attribute',
    role: 'attribute',
    score: 'attribute',
    kind: 'attribute',
  },
} as const satisfies OptionTable<ResourceSetOptions>

/** The set of that id, used here as well: `{ idRef: 'order-x_set' }`. */
interface ResourceSetRef {
  readonly idRef: string
}

const refOptions = {
  of: 'a reference to a resource set',
  options: { idRef: 'attribute' },
} as const satisfies OptionTable<ResourceSetRef>

/** A set, a reference to one, or the element itself. */
export type SetOption<Id extends string = string> = ResourceSetOptions<Id> | ResourceSetRef | ResourceSet<Id>

/** The `<resource_set>`s of a constraint, with the ids that pcs gives them. */
export function resourceSets<Id extends string>(
  constraint: string,
  sets: readonly SetOption<Id>[],
): ResourceSet<Id>[] {
  const used = new Set<string>()
  return sets.map((set) => resourceSetOf(constraint, set, used))
}

/** One `<resource_set>` of the constraint of that id; an element stays as it is. */
export function resourceSetOf<Id extends string>(
  constraint: string,
  set: SetOption<Id>,
  used: Set<string>,
): ResourceSet<Id> {
  if ('element' in set) return set
  if ('idRef' in set) {
    return { element: 'resource_set', ...optionFields(set, refOptions), resourceRefs: [] }
  }
  const id = set.id ?? claimId(pcsId.resourceSet(constraint), used)
  return {
    element: 'resource_set',
    ...optionFields({ ...set, id }, setOptions),
    resourceRefs: set.resources.map((resource) => ({ element: 'resource_ref', id: idOf(resource) })),
  }
}

/** The id that pcs gives a constraint over sets. */
export function setConstraintId(kind: 'order' | 'colocation' | 'ticket', sets: readonly SetOption[]): string {
  return pcsId.setConstraint(
    kind,
    sets.flatMap((set) => ('resources' in set ? set.resources.map((resource) => idOf(resource)) : [])),
  )
}
