import { neverRuns } from '../../../graph/index.js'
import { type Cluster, idOf, nodesOf, type Policy, type Ref } from '../../../model/index.js'
import { requireOfEvents } from './event-policy.js'
import { wholeNumber } from './failure-of.js'

/**
 * Requires that `rsc` runs again, promoted where it was, after up to `within` failures at once (default 1): nodes that go down,
 * or where it has failed for good; and after any other resource has failed, a node is in standby, or something is moved. Of a
 * clone, one instance is enough. Answered by crm_simulate. `recovers=RSC,FAILURES`.
 *
 * @example
 * ```ts
 * const db = systemd('db')
 * export default cluster({
 *   nodes: ['node1', 'node2', 'node3'],
 *   resources: [db],
 *   policies: [recovers(db, { within: 2 })],
 * })
 * ```
 */
export function recovers(rsc: Ref, { within = 1 }: { readonly within?: number } = {}): Policy {
  const id = idOf(rsc)
  wholeNumber(within, 'the number of failures')
  return requireOfEvents({
    question: { kind: 'recovers', rsc: id, within },
    ids: [id],
    analysis: (cluster) => neverRecovers(cluster, id, within),
  })
}

function neverRecovers(cluster: Cluster, id: string, within: number) {
  const nodes = nodesOf(cluster).length
  const broken = (reason: string) => ({ verdict: 'not-guaranteed' as const, reason })
  if (neverRuns(cluster).some(({ resource }) => resource === id)) return broken('it can run on no node')
  if (nodes === 0 || within < nodes) return undefined
  return broken(`the cluster has ${nodes} node${nodes === 1 ? '' : 's'}, and they may all fail`)
}
