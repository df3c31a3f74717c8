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

/** A resource that must run with two others, each of which runs once, where nothing brings these together. */
export interface LooseMeeting {
  readonly dependent: ResourceEntry
  readonly primaries: readonly [ResourceEntry, ResourceEntry]
}

/** What meets by chance: Pacemaker places each of the two without regard to the other, by the loads of the nodes. */
export function looseMeetings(placement: Placement): LooseMeeting[] {
  const dependents = new Set(
    placement.links
      .filter(({ score }) => score >= INFINITY_SCORE)
      .flatMap(({ dependent }) => placedWith(dependent, placement.index)),
  )
  return [...dependents].flatMap((dependent) => {
    const primaries = withAncestors(dependent)
      .flatMap((entry) => placement.linksOf(entry))
      .filter(({ score, primary }) => score >= INFINITY_SCORE && !runsOnSeveralNodes(topOf(primary)))
      .map(({ primary }) => primary)
    const [first, ...others] = new Set(primaries)
    if (first === undefined || others.length === 0) return []
    const around = impliedBy(first, placement, '2.1')
    const other = others.find((primary) => !meets(around, impliedBy(primary, placement, '2.1')))
    return other === undefined ? [] : [{ dependent, primaries: [first, other] as const }]
  })
}

/** True where both are wherever one resource is that runs once. */
function meets(one: ReadonlySet<ResourceEntry>, other: ReadonlySet<ResourceEntry>): boolean {
  return [...one].some((entry) => other.has(entry) && !runsOnSeveralNodes(topOf(entry)))
}
