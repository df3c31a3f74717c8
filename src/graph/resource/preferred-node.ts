import { INFINITY_SCORE } from '../../model/index.js'
import type { Placement } from '../colocation/placement.js'
import { type Entry, topOf } from './resource-index.js'

/** The node that a resource likes so much better than the others that no colocation can change it. */
export function preferredNodeOf(
  rsc: Entry,
  nodes: readonly string[],
  placement: Placement,
): string | undefined {
  const touching = placement.links.filter(({ dependent, primary }) => dependent === rsc || primary === rsc)
  const isPulled = touching.some(
    ({ primary, score, dependentRole }) =>
      Math.abs(score) >= INFINITY_SCORE && (primary === rsc || dependentRole !== undefined),
  )
  if (topOf(rsc) !== rsc || isPulled) return undefined
  const sway = touching
    .map(({ score }) => Math.abs(score))
    .filter((score) => score < INFINITY_SCORE)
    .reduce((sum, score) => sum + score, 0)
  const scoreOn = (node: string) => placement.locations.scoreOn(rsc, node) ?? 0
  const [best, second] = [...nodes].sort((a, b) => scoreOn(b) - scoreOn(a))
  if (best === undefined || second === undefined) return best
  return scoreOn(best) - scoreOn(second) > sway ? best : undefined
}
