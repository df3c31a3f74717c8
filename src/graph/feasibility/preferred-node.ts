import { INFINITY_SCORE } from '../../model/index.js'
import type { Placement } from '../colocation/placement.js'
import { type ResourceEntry, topOf } from '../resource/resource-index.js'

/** The node whose score for a resource is so much higher than the others' that no colocation can change it. */
export function preferredNodeOf(
  rsc: ResourceEntry,
  nodes: readonly string[],
  { linksOf, linksTo, locations }: Placement,
): string | undefined {
  const touching = [...linksOf(rsc), ...linksTo(rsc)]
  const isPulled = touching.some(
    ({ primary, score, dependentRole }) =>
      Math.abs(score) >= INFINITY_SCORE && (primary === rsc || dependentRole !== undefined),
  )
  if (topOf(rsc) !== rsc || isPulled) return undefined
  const influence = touching
    .map(({ score }) => Math.abs(score))
    .filter((score) => score < INFINITY_SCORE)
    .reduce((sum, score) => sum + score, 0)
  const scoreOn = (node: string) => locations.scoreOn(rsc, node) ?? 0
  const [best, second] = [...nodes].sort((a, b) => scoreOn(b) - scoreOn(a))
  if (best === undefined || second === undefined) return best
  return scoreOn(best) - scoreOn(second) > influence ? best : undefined
}
