import type { Diagnostic } from '../../diagnostics/diagnostic.js'
import { isKept } from '../../graph/guarantee/runs-only-with.js'
import type { Guarantee } from '../../graph/index.js'
import {
  type Cluster,
  idOf,
  type PlacementQuestion,
  type Policy,
  type Ref,
  type Settle,
} from '../../model/index.js'
import { unknownIds } from './unknown-ids.js'

/** An analysis of two resources, and the finding where its answer is not `guaranteed`. */
interface Requirement {
  readonly name: string
  readonly analysis: (cluster: Cluster, rsc: string, other: string) => Guarantee
  /** What another may answer where the analysis does not. */
  readonly question?: (rsc: string, other: string) => PlacementQuestion
  readonly finding: (cluster: Cluster, rsc: string, other: string, answer: Guarantee) => Diagnostic
}

/**
 * The policy that requires the answer `guaranteed`; an id that no resource has is an error. What can never run breaks
 * nothing; what is disabled, or lacks a ticket or room for now, has to be guaranteed all the same.
 */
export function requireGuarantee(
  { name, analysis, question, finding }: Requirement,
  rsc: Ref,
  other: Ref,
): Policy {
  const [id, otherId] = [idOf(rsc), idOf(other)]
  return {
    name,
    ...(question && { questions: () => [[question(id, otherId)]] }),
    check: (cluster, settle) => {
      const unknown = unknownIds(cluster, name, [id, otherId])
      if (unknown.length > 0) return unknown
      const found = analysis(cluster, id, otherId)
      const answer = question === undefined ? found : settled(found, question(id, otherId), settle)
      return isKept(answer) ? [] : [finding(cluster, id, otherId, answer)]
    },
  }
}

/** The answer of the analysis; where that is `unknown`, the one of `settle`, if it has one. */
export function settled(
  found: Guarantee,
  question: PlacementQuestion,
  settle: Settle | undefined,
): Guarantee {
  return found.verdict === 'unknown' ? (settle?.(question) ?? found) : found
}
