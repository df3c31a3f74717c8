import { booleanOf } from './booleans.js'
import type { AttributeSet, Nvpair } from './element/attributes.js'
import type { Cluster, ClusterNode } from './element/configuration.js'
import type { Constraint } from './element/constraints.js'
import type { Bundle, Clone, Group, Master, Primitive, Resource } from './element/resources.js'

/** The resources at the top level, in document order. */
export function resourcesOf(cluster: Cluster): readonly Resource[] {
  return cluster.configuration.resources?.items ?? []
}

/** The constraints in document order. */
export function constraintsOf(cluster: Cluster): readonly Constraint[] {
  return cluster.configuration.constraints?.items ?? []
}

/** The ids that a constraint names, itself and in its sets. */
export function referencesIn(constraint: Constraint): string[] {
  const inSets = constraint.resourceSets.flatMap(({ resourceRefs }) => resourceRefs.map(({ id }) => id))
  return [...ownReferences(constraint), ...inSets].filter((id) => id !== undefined)
}

function ownReferences(constraint: Constraint): readonly (string | undefined)[] {
  switch (constraint.element) {
    case 'rsc_order':
      return [constraint.first, constraint.then]
    case 'rsc_colocation':
      return [constraint.rsc, constraint.withRsc]
    default:
      return [constraint.rsc]
  }
}

/** The cluster's nodes in document order. */
export function nodesOf(cluster: Cluster): readonly ClusterNode[] {
  return cluster.configuration.nodes?.items ?? []
}

/** False for a resource without an id, which a CIB can have: Pacemaker ignores it, and nothing can name it. */
export function hasId({ id }: Resource): boolean {
  return (id as string | undefined) !== undefined
}

/** The primitives of a resource: itself, a group's members, what a clone or bundle runs. */
export function primitivesOf(resource: Resource): readonly Primitive[] {
  switch (resource.element) {
    case 'primitive':
      return [resource]
    case 'group':
      return resource.members
    case 'clone':
    case 'master':
      return primitivesOf(resource.resource)
    case 'bundle':
      return resource.primitive === undefined ? [] : [resource.primitive]
    case 'template':
      return []
  }
}

/** The value of the first nvpair of that name in sets without a rule, undefined where there is none. */
export function nvpairValue(sets: readonly AttributeSet[], name: string): string | undefined {
  for (const set of sets) {
    if (set.rule !== undefined) continue
    const pair: Nvpair | undefined = set.nvpairs.find((nvpair) => nvpair.name === name)
    if (pair?.value !== undefined) return pair.value
  }
  return undefined
}

/** True for a clone whose instances have the roles Promoted and Unpromoted. */
export function isPromotable(resource: Resource): resource is Clone | Master | Bundle {
  switch (resource.element) {
    case 'master':
      return true
    case 'clone':
      return booleanOf(nvpairValue(resource.metaAttributes, 'promotable')) === true
    case 'bundle':
      return (
        (promotedMaxOf(resource) ?? 0) > 0 ||
        booleanOf(nvpairValue(resource.metaAttributes, 'promotable')) === true
      )
    default:
      return false
  }
}

function promotedMaxOf(bundle: Bundle): number | undefined {
  const value = bundle.container.promotedMax ?? bundle.container.masters
  return value === undefined ? undefined : Number(value)
}

export type Collective = Group | Clone | Master | Bundle
