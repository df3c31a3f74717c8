import {
  type Cluster,
  type Constraint,
  constraintsOf,
  type Resource,
  type ResourceSet,
  type Tag,
  walk,
} from '../model/index.js'

/** A constraint that goes, and the resources it names that went before. */
export interface DroppedConstraint {
  readonly constraint: Constraint
  readonly gone: readonly string[]
}

/** The constraints that still make sense, those of sets without what left, and those that go. */
export interface KeptConstraints {
  readonly kept: readonly Constraint[]
  readonly dropped: readonly DroppedConstraint[]
}

/** Constraints among what stays, tags among it; of a set, the members that stay. */
export function keepConstraints(
  cluster: Cluster,
  resources: readonly Resource[],
  tags: readonly Tag[],
): KeptConstraints {
  const ids = new Set(tags.flatMap(({ id }) => id ?? []))
  for (const resource of resources) {
    walk(resource, ({ element }) => {
      if ('id' in element && element.id !== undefined) ids.add(element.id)
    })
  }
  const kept: Constraint[] = []
  const dropped: DroppedConstraint[] = []
  for (const constraint of constraintsOf(cluster)) {
    const gone = namedBy(constraint).filter((id) => !ids.has(id))
    const rest = gone.length === 0 ? constraint : without(constraint, gone)
    if (rest !== undefined) kept.push(rest)
    if (gone.length > 0) dropped.push({ constraint, gone })
  }
  return { kept, dropped }
}

/** The resources that a constraint names itself or in its sets. */
export function namedBy(constraint: Constraint): readonly string[] {
  const direct =
    constraint.element === 'rsc_order'
      ? [constraint.first, constraint.then]
      : constraint.element === 'rsc_colocation'
        ? [constraint.rsc, constraint.withRsc]
        : [constraint.rsc]
  const inSets = constraint.resourceSets.flatMap((set) => set.resourceRefs.map(({ id }) => id))
  return [...direct, ...inSets].filter((id) => id !== undefined)
}

/** The constraint without those resources, undefined where it then says nothing. */
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
