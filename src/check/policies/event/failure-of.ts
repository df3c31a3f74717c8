import { ArgumentError } from '../../../diagnostics/argument-error.js'
import { quote } from '../../../diagnostics/quote.js'
import { failureImpact } from '../../../graph/index.js'
import { type Cluster, idOf, type Policy, type Ref } from '../../../model/index.js'
import { requireOfEvents } from './event-policy.js'

/** What a failure of a resource must not do. */
export interface FailurePromises {
  /**
   * No failure of it stops or demotes `rsc`, not even to start it again or elsewhere: neither one failed monitor, nor a failure
   * for good on a node or on all. `failure-never-stops=FAILING,RSC`.
   */
  readonly neverStops: (rsc: Ref) => Policy
  /**
   * One failed instance, once or for good on a node, causes at most so many actions: starts, stops, promotions, demotions,
   * migrations and fencing, its own recovery among them. `failure-stays-within=FAILING,ACTIONS`.
   */
  readonly staysWithin: (actions: number) => Policy
}

/**
 * What a failure of a resource must not do, as policies; answered by crm_simulate, and by the configuration where that is sure.
 *
 * @example
 * ```ts
 * const db = systemd('db')
 * const exporter = systemd('exporter', { meta: { critical: false } })
 * export default cluster({
 *   nodes: ['node1', 'node2'],
 *   resources: [db, exporter],
 *   constraints: [colocation(exporter, db), order(db, exporter)],
 *   policies: [failureOf(exporter).neverStops(db), failureOf(db).staysWithin(4)],
 * })
 * ```
 */
export function failureOf(rsc: Ref): FailurePromises {
  const failing = idOf(rsc)
  return {
    neverStops: (stopped) => {
      const id = idOf(stopped)
      return requireOfEvents({
        question: { kind: 'failure-never-stops', failing, rsc: id },
        ids: [id, failing],
        analysis: (cluster) => stops(cluster, failing, id),
      })
    },
    staysWithin: (actions) => {
      wholeNumber(actions, 'the number of actions')
      return requireOfEvents({
        question: { kind: 'failure-stays-within', failing, actions },
        ids: [failing],
      })
    },
  }
}

/** Throws `ArgumentError` for what counts nothing. */
export function wholeNumber(value: number, what: string): void {
  if (Number.isSafeInteger(value) && value >= 0) return
  throw new ArgumentError(`${what} is ${quote(String(value))}: expected a whole number from 0`)
}

/** That Mandatory orders and colocations stop one with the other; what is only placed otherwise is the scheduler's. */
function stops(cluster: Cluster, failing: string, id: string) {
  if (!failureImpact(cluster, failing).stopped.includes(id)) return undefined
  const reason = `${quote(id)} depends on ${quote(failing)} by Mandatory orders or colocations and stops with it`
  return { verdict: 'not-guaranteed' as const, reason }
}
