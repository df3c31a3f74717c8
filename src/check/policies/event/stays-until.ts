import { quote } from '../../../diagnostics/quote.js'
import { failureImpact } from '../../../graph/index.js'
import { idOf, type Policy, type Ref } from '../../../model/index.js'
import { requireOfEvents } from './event-policy.js'

/**
 * Requires that `rsc` leaves no node before `until` runs, whatever fails, is moved or goes to standby: SAP's ERS keeps the
 * locks until ASCS has them. Where `rsc` itself fails, or its own node goes, it has no choice. Answered by
 * crm_simulate. `stays-until=RSC,UNTIL`.
 *
 * @example
 * ```ts
 * const ascs = systemd('ascs', { meta: { 'resource-stickiness': 5000 } })
 * const ers = systemd('ers', { meta: { 'resource-stickiness': 1 } })
 * export default cluster({
 *   nodes: ['node1', 'node2'],
 *   resources: [ascs, ers],
 *   constraints: [
 *     colocation(ers, ascs, { score: -5000 }),
 *     order(ascs, ers, { thenAction: 'stop', kind: 'Optional', symmetrical: false }),
 *   ],
 *   policies: [requireStaysUntil(ers, ascs)],
 * })
 * ```
 */
export function requireStaysUntil(rsc: Ref, until: Ref): Policy {
  const [id, other] = [idOf(rsc), idOf(until)]
  return requireOfEvents({
    question: { kind: 'stays-until', rsc: id, until: other },
    ids: [id, other],
    analysis: (cluster) => {
      if (!failureImpact(cluster, other).stopped.includes(id)) return undefined
      return {
        verdict: 'not-guaranteed',
        reason: `${quote(id)} depends on ${quote(other)} and stops before it`,
      }
    },
  })
}
