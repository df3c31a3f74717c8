import type { Cluster } from '../model/index.js'
import type { Action } from './action.js'
import type { ClusterStatus } from './cluster-status.js'
import { schedulerIn } from './scheduler.js'
import { cibText, type StartOptions, startOf } from './start.js'
import { parseFailure, withFailedOperation } from './status/failed-operation.js'
import { type NodeChanges, withNodeChanges } from './status/synthetic-status.js'
import { inWorkplace } from './tool/workplace.js'

/** How long Pacemaker's tools may take. */
export interface TimeLimit {
  /** The most that one run of a tool may take, in milliseconds; default 60,000. */
  readonly limit?: number
}

/** Where a cluster starts from, and what happens to it. */
export interface SimulateOptions extends StartOptions, NodeChanges, TimeLimit {
  /** Operations that fail, as `RESOURCE_OPERATION_INTERVAL@NODE=CODE`, for example `vip_monitor_10000@node1=7`. */
  readonly failures?: readonly string[]
}

/** What Pacemaker does about it. */
export interface Simulation {
  /** `stuck` where actions wait for each other, `crashed` where the scheduler aborts. */
  readonly outcome: 'settled' | 'stuck' | 'crashed'
  readonly actions: readonly Action[]
  /** The cluster then; absent after a crash. */
  readonly status?: ClusterStatus
}

export const usualLimit = 60_000

/**
 * What the real scheduler does with a cluster until nothing is left to do: the actions, and where everything is then.
 * Every action succeeds but the given failures. Rejects with `PacemakerError` where crm_simulate is not installed, does not
 * accept the CIB, or takes longer than the limit.
 *
 * @example
 * ```ts
 * const vip = ocf.heartbeat.IPaddr2('vip', { ip: '192.0.2.6' })
 * const web = cluster({ nodes: ['node1', 'node2'], properties: { 'stonith-enabled': false }, resources: [vip] })
 * const { status } = await simulate(web, { down: ['node1'] })
 * const places = status?.active.map(({ id, node }) => `${id} on ${node}`)
 * ```
 */
export async function simulate(cluster: Cluster, options: SimulateOptions = {}): Promise<Simulation> {
  const { failures = [], limit = usualLimit } = options
  return inWorkplace(async (workplace) => {
    const scheduler = schedulerIn(workplace, limit)
    const start = await startOf(cluster, scheduler, options)
    if (start.rest !== undefined && start.rest.outcome !== 'settled') return simulationOf(start.rest)
    const changed = withNodeChanges(start.cluster, options)
    const failed = failures.map(parseFailure).reduce(withFailedOperation, changed)
    return simulationOf(await scheduler.rest(cibText(failed)))
  })
}

function simulationOf({ outcome, actions, status }: Simulation): Simulation {
  return { outcome, actions, ...(status && { status }) }
}
