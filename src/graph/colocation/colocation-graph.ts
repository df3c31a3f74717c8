import { type Cluster, INFINITY_SCORE, type RscColocation } from '../../model/index.js'
import { memberBefore } from '../resource/members.js'
import { implicationException } from './implication-exceptions.js'
import type { Implication } from './implications.js'
import { type Placement, placementOf } from './placement.js'

/** That one resource is placed by where another runs. */
export interface ColocationEdge {
  readonly dependent: string
  readonly primary: string
  /** From -1000000 to 1000000. */
  readonly score: number
  /** The constraint that makes it; a group makes its own between one member and the next. */
  readonly constraint?: RscColocation
  /** Why the dependent may run where the primary does not; undefined where it never does. */
  readonly flaw?: string
}

/** Every colocation of a cluster, sets and tags taken apart, and whether it binds in Pacemaker 2.1 and 3.0. */
export function colocationGraph(cluster: Cluster): ColocationEdge[] {
  const placement = placementOf(cluster)
  const { index, links } = placement
  const constraints = links.map((link): ColocationEdge => {
    const { dependent, primary, score, constraint } = link
    const bond = { from: dependent, to: primary, link }
    return { dependent: dependent.id, primary: primary.id, score, constraint, ...flawOf(bond, placement) }
  })
  const members = [...index.entries].flatMap((entry): ColocationEdge[] => {
    const before = memberBefore(entry, index)
    if (before === undefined) return []
    const bond = { from: entry, to: before }
    return [{ dependent: entry.id, primary: before.id, score: INFINITY_SCORE, ...flawOf(bond, placement) }]
  })
  return [...constraints, ...members]
}

function flawOf(bond: Implication, placement: Placement): { readonly flaw?: string } {
  const flaw = implicationException(bond, placement, '2.1') ?? implicationException(bond, placement, '3.0')
  return flaw === undefined ? {} : { flaw: flaw.reason }
}
