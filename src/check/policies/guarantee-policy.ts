import type { Diagnostic } from '../../diagnostics/diagnostic.js'
import type { Guarantee } from '../../graph/index.js'
import { type Cluster, idOf, type Policy, type Ref } from '../../model/index.js'
import { unknownIds } from './unknown-ids.js'

/** An analysis of two resources, and the finding where its answer is not `guaranteed`. */
interface Requirement {
  readonly name: string
  readonly analysis: (cluster: Cluster, rsc: string, other: string) => Guarantee
  readonly finding: (cluster: Cluster, rsc: string, other: string, answer: Guarantee) => Diagnostic
}

/** The policy that requires the answer `guaranteed`; an id that no resource has is an error. */
export function requireGuarantee({ name, analysis, finding }: Requirement, rsc: Ref, other: Ref): Policy {
  const [id, otherId] = [idOf(rsc), idOf(other)]
  return {
    name,
    check: (cluster) => {
      const unknown = unknownIds(cluster, name, [id, otherId])
      if (unknown.length > 0) return unknown
      const answer = analysis(cluster, id, otherId)
      return answer.verdict === 'guaranteed' ? [] : [finding(cluster, id, otherId, answer)]
    },
  }
}
