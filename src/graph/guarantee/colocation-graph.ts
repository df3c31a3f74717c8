import { type Cluster, INFINITY_SCORE, type RscColocation } from '../../model/index.js'
import { implicationException } from '../colocation/implication-exceptions.js'
import type { Implication } from '../colocation/implications.js'
import { type Placement, placementOf } from '../colocation/placement.js'
import { memberBefore } from '../resource/members.js'

/** That one resource is placed by where another runs. */
export interface ColocationEdge {
  readonly dependent: string
  readonly primary: string
  /** From -1000000 to 1000000. */
  readonly score: number
  /** The constraint behind it; undefined between one member of a group and the next. */
  readonly constraint?: RscColocation
  /** Why the dependent may run where the primary does not; undefined where it never does. */
  readonly exception?: string
}

/** Every colocation of a cluster, sets and tags expanded, and whether it binds in Pacemaker 2.1 and 3.0. */
export function colocationGraph(cluster: Cluster): ColocationEdge[] {
  const placement = placementOf(cluster)
  const { index, links } = placement
  const constraints = links.map((link): ColocationEdge => {
    const { dependent, primary, score, constraint } = link
    const implication = { from: dependent, to: primary, link }
    return {
      dependent: dependent.id,
      primary: primary.id,
      score,
      constraint,
      ...exceptionOf(implication, placement),
    }
  })
  const members = [...index.entries].flatMap((entry): ColocationEdge[] => {
    const before = memberBefore(entry, index)
    if (before === undefined) return []
    const implication = { from: entry, to: before }
    return [
      {
        dependent: entry.id,
        primary: before.id,
        score: INFINITY_SCORE,
        ...exceptionOf(implication, placement),
      },
    ]
  })
  return [...constraints, ...members]
}

function exceptionOf(implication: Implication, placement: Placement): { readonly exception?: string } {
  const exception =
    implicationException(implication, placement, '2.1') ?? implicationException(implication, placement, '3.0')
  return exception === undefined ? {} : { exception: exception.reason }
}
