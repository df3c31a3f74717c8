import {
  type Cluster,
  type Constraint,
  constraintsOf,
  type Resource,
  type ResourceSet,
  type Tag,
} from '../model/index.js'
import { referencesIn } from '../model/sections.js'
import { idsIn } from '../model/walk.js'

/** A constraint that the light cluster does not have, or has in part. */
export interface RemovedConstraint {
  readonly constraint: Constraint
  /** The ids that it names and that leave. */
  readonly gone: readonly string[]
}

/** The constraints of the light cluster, and those that are removed. */
export interface ReducedConstraints {
  readonly kept: readonly Constraint[]
  readonly removed: readonly RemovedConstraint[]
}

/** Keeps the constraints among what stays; of a resource set, the members that stay. */
export function reduceConstraints(
  cluster: Cluster,
  resources: readonly Resource[],
  tags: readonly Tag[],
): ReducedConstraints {
  const ids = new Set([...tags.flatMap(({ id }) => id ?? []), ...idsIn(resources)])
  const kept: Constraint[] = []
  const removed: RemovedConstraint[] = []
  for (const constraint of constraintsOf(cluster)) {
    const gone = referencesIn(constraint).filter((id) => !ids.has(id))
    const rest = gone.length === 0 ? constraint : without(constraint, gone)
    if (rest !== undefined) kept.push(rest)
    if (gone.length > 0) removed.push({ constraint, gone })
  }
  return { kept, removed }
}

/** The constraint without those resources, undefined where it then has no effect. */
function without(constraint: Constraint, gone: readonly string[]): Constraint | undefined {
  if (constraint.resourceSets.length === 0) return undefined
  const sets = constraint.resourceSets
    .map(
      (set): ResourceSet => ({
        ...set,
        resourceRefs: set.resourceRefs.filter(({ id }) => !gone.includes(id ?? '')),
      }),
    )
    .filter(({ resourceRefs }) => resourceRefs.length > 0)
  const left = sets.flatMap(({ resourceRefs }) => resourceRefs).length
  const needed = constraint.element === 'rsc_order' || constraint.element === 'rsc_colocation' ? 2 : 1
  return left < needed ? undefined : ({ ...constraint, resourceSets: sets } as Constraint)
}
