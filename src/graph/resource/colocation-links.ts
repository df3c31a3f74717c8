import {
  booleanOf,
  constraintsOf,
  INFINITY_SCORE,
  type ResourceSet,
  type RscColocation,
  scoreOf,
} from '../../model/index.js'
import type { ResourceEntry, ResourceIndex } from './resource-index.js'
import { type ExpandedSet, expandSets, taggedSet } from './resource-sets.js'

/** That one resource is placed by where another runs; with an infinite score it runs nowhere else. */
export interface ColocationLink {
  readonly dependent: ResourceEntry
  readonly primary: ResourceEntry
  /** From -1000000 to 1000000. */
  readonly score: number
  readonly dependentRole?: string
  readonly primaryRole?: string
  readonly constraint: RscColocation
}

interface Terms {
  readonly constraint: RscColocation
  readonly score: number
}

const knownLinks = new WeakMap<ResourceIndex, readonly ColocationLink[]>()

/** The links of the `rsc_colocation` constraints, as the scheduler unpacks them; those of score 0 have none. */
export function colocationLinks(index: ResourceIndex): readonly ColocationLink[] {
  const known = knownLinks.get(index) ?? unpacked(index)
  knownLinks.set(index, known)
  return known
}

function unpacked(index: ResourceIndex): readonly ColocationLink[] {
  return colocationsOf(index).flatMap((constraint) => {
    if (constraint.id === undefined) return []
    const terms = { constraint, score: scoreOf(constraint.score) }
    if (constraint.resourceSets.length > 0) return linksOfSets(expandSets(constraint, index), terms)
    return simpleLinks(index, terms)
  })
}

/** The `rsc_colocation` constraints in document order. */
function colocationsOf({ cluster }: ResourceIndex): RscColocation[] {
  return constraintsOf(cluster).filter((constraint) => constraint.element === 'rsc_colocation')
}

/** The id of a tag or template is a set without a sequence, that of a resource the resource. */
function simpleLinks(index: ResourceIndex, terms: Terms): ColocationLink[] {
  const { rsc, withRsc, rscRole, withRscRole } = terms.constraint
  const dependents = taggedSet(index, rsc)
  const primaries = taggedSet(index, withRsc)
  if (dependents === undefined || primaries === undefined) return []
  return pairs(terms, dependents, primaries, rscRole, withRscRole)
}

function linksOfSets(sets: readonly ExpandedSet[], terms: Terms): ColocationLink[] {
  return sets.flatMap((expanded, at) => {
    const before = sets[at - 1]
    return [
      ...linksInside(expanded, terms),
      ...(before === undefined ? [] : linksBetween(before, expanded, terms)),
    ]
  })
}

/** In a set each member depends on the one before it; `ordering="listed"` turns that around. */
function linksInside({ set, members }: ExpandedSet, terms: Terms): ColocationLink[] {
  const score = set.score === undefined ? terms.score : scoreOf(set.score)
  if (!isSequential(set)) return []
  const own = { ...terms, score }
  const { role } = set
  return members.flatMap((member, at) => {
    const earlier = members.slice(score > 0 ? Math.max(0, at - 1) : 0, at)
    const isListed = score > 0 && set.ordering !== undefined && set.ordering.toLowerCase() !== 'group'
    return isListed ? pairs(own, earlier, [member], role, role) : pairs(own, [member], earlier, role, role)
  })
}

/** The earlier set depends on the later: by its first member, on the last, where they are sequential. */
function linksBetween(before: ExpandedSet, after: ExpandedSet, terms: Terms): ColocationLink[] {
  const dependents = isSequential(before.set) ? before.members.slice(0, 1) : before.members
  const primaries = isSequential(after.set) ? after.members.slice(-1) : after.members
  return pairs(terms, dependents, primaries, before.set.role, after.set.role)
}

function isSequential({ sequential }: ResourceSet): boolean {
  return booleanOf(sequential) ?? true
}

function pairs(
  { constraint, score }: Terms,
  dependents: readonly ResourceEntry[],
  primaries: readonly ResourceEntry[],
  dependentRole: string | undefined,
  primaryRole: string | undefined,
): ColocationLink[] {
  if (score === 0) return []
  return dependents.flatMap((dependent) =>
    primaries
      .filter((primary) => primary !== dependent && !isRepeated(dependent, primary, score))
      .map((primary) => ({
        dependent,
        primary,
        score,
        constraint,
        ...(isRole(dependentRole) ? { dependentRole } : {}),
        ...(isRole(primaryRole) ? { primaryRole } : {}),
      })),
  )
}

/** True for what a group does by itself: placing a member with one before it. */
function isRepeated(dependent: ResourceEntry, primary: ResourceEntry, score: number): boolean {
  if (score < INFINITY_SCORE || dependent.parent?.resource?.element !== 'group') return false
  let before = dependent.previous
  while (before !== undefined && before !== primary) before = before.previous
  return before !== undefined
}

/** Started is what any active resource is. */
function isRole(role: string | undefined): role is string {
  return role !== undefined && role.toLowerCase() !== 'started'
}
