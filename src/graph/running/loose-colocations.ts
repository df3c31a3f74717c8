import { INFINITY_SCORE } from '../../model/index.js'
import { impliedBy } from '../colocation/implications.js'
import type { Placement } from '../colocation/placement.js'
import type { ColocationLink } from '../resource/colocation-links.js'
import { memberBefore, placedWith, runsOnSeveralNodes, withAncestors } from '../resource/members.js'
import { type ResourceEntry, topOf } from '../resource/resource-index.js'

/**
 * The colocations of later members of groups with what their group is not placed with: up to Pacemaker 2.1 the first
 * member alone decides where the group goes, and whether both meet is chance.
 */
export function looseColocations(placement: Placement): ColocationLink[] {
  return placement.links.filter(({ dependent, primary, score }) => {
    const before = memberBefore(dependent, placement.index)
    if (before === undefined || Math.abs(score) < INFINITY_SCORE) return false
    return score < 0 || !impliedBy(before, placement, '2.1').has(primary)
  })
}

/**
 * What must run with two resources that nothing brings together: Pacemaker places each of them without regard to the
 * other, so that the loads of the nodes decide whether both meet.
 */
export function looseMeetings(placement: Placement): ResourceEntry[] {
  const dependents = new Set(
    placement.links
      .filter(({ score }) => score >= INFINITY_SCORE)
      .flatMap(({ dependent }) => placedWith(dependent, placement.index)),
  )
  return [...dependents].filter((dependent) => {
    const primaries = withAncestors(dependent)
      .flatMap((entry) => placement.linksOf(entry))
      .filter(({ score, primary }) => score >= INFINITY_SCORE && !runsOnSeveralNodes(topOf(primary)))
      .map(({ primary }) => primary)
    const [first, ...others] = [...new Set(primaries)].map((primary) => impliedBy(primary, placement, '2.1'))
    return others.some((other) => !meets(first, other))
  })
}

/** True where both are wherever one resource is that runs once. */
function meets(one: ReadonlySet<ResourceEntry> | undefined, other: ReadonlySet<ResourceEntry>): boolean {
  return [...(one ?? [])].some((entry) => other.has(entry) && !runsOnSeveralNodes(topOf(entry)))
}
