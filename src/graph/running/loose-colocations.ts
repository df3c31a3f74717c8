import { INFINITY_SCORE } from '../../model/index.js'
import { impliedBy } from '../colocation/implications.js'
import type { Placement } from '../colocation/placement.js'
import type { ColocationLink } from '../resource/colocation-links.js'
import { memberBefore } from '../resource/members.js'

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
