import { diagnostic } from '../../diagnostics/diagnostic.js'
import {
  constraintsOf,
  INFINITY_SCORE,
  idOf,
  type Policy,
  pathOfId,
  type Ref,
  scoreOf,
} from '../../model/index.js'

/** The two never run on one node: a colocation with -INFINITY says so, in either direction. */
export function neverTogether(one: Ref, other: Ref): Policy {
  const pair = [idOf(one), idOf(other)] as const
  return {
    name: 'never-together',
    check: (cluster) => {
      const apart = constraintsOf(cluster).some(
        (constraint) =>
          constraint.element === 'rsc_colocation' &&
          constraint.lifetime === undefined &&
          constraint.rscRole === undefined &&
          constraint.withRscRole === undefined &&
          scoreOf(constraint.score) <= -INFINITY_SCORE &&
          pair.every((id) => id === constraint.rsc || id === constraint.withRsc),
      )
      if (apart) return []
      return [diagnostic('never-together', pathOfId(cluster, pair[0]), { one: pair[0], other: pair[1] })]
    },
  }
}
