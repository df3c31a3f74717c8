import { resolve } from 'node:path'
import { liveCib } from '../pacemaker/live/cib.js'
import { runHandOver } from '../pacemaker/live/hand-over.js'
import { pushCib } from '../pacemaker/live/push.js'
import { type ClusterReport, clusterReport } from '../pacemaker/live/report.js'
import { clusterSettled } from '../pacemaker/live/settled.js'
import type { TimeLimit } from '../pacemaker/simulate.js'
import type { HandOver } from '../plan/order/hand-over.js'
import { handOverWords, systemdFolder } from '../plan/print/hand-over.js'

/** Where a CIB is that is to be changed. All functions reject with `PacemakerError`. */
export interface CibStore {
  /** The CIB as text, status too. */
  readonly query: () => Promise<string>
  /** Makes the CIB another one at once; false, and nothing is changed, where it is no longer `before`. */
  readonly push: (before: string, after: string) => Promise<boolean>
  /** Waits until the cluster has nothing left to do. */
  readonly settle: () => Promise<void>
  /** What runs; undefined where nothing does. */
  readonly report: () => Promise<ClusterReport | undefined>
  /** Hands services over to systemd, or with an option looks whether that can be done, or takes it back. Absent where nothing runs. */
  readonly handOver?: (services: HandOver, option?: '--ready' | '--undo') => Promise<void>
}

export interface LiveOptions extends TimeLimit {
  /** How long the cluster may take to settle after each step, in milliseconds; default 600,000. */
  readonly wait?: number
  /** The folder with the files of `toSystemd`; default `nodes`. */
  readonly systemd?: string
}

/**
 * The CIB of the cluster that this machine belongs to: `cibadmin --query`, `cibadmin --patch`, `crm_resource --wait` and `crm_mon`;
 * `bash nodes/hand-over.sh` for what goes to systemd.
 *
 * @example
 * ```ts
 * const cib = await liveCluster().query()
 * ```
 */
export function liveCluster({
  wait = 600_000,
  systemd = systemdFolder,
  ...options
}: LiveOptions = {}): CibStore {
  return {
    query: () => liveCib(options),
    push: (before, after) => pushCib(before, after, options),
    settle: () => clusterSettled(wait),
    report: () => clusterReport(options),
    handOver: (services, option) =>
      runHandOver(resolve(systemd, 'hand-over.sh'), handOverWords(services, option), wait),
  }
}
