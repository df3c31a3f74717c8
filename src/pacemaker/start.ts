import { readCib, writeCib } from '../cib/index.js'
import { type Cluster, nodesOf } from '../model/index.js'
import type { Rest, Scheduler } from './scheduler.js'
import {
  allOnline,
  commonFeatureSet,
  hasNodeStates,
  type SyntheticStatus,
} from './status/synthetic-status.js'
import { PacemakerError } from './tool/pacemaker-error.js'

/** From where a cluster starts. */
export interface StartOptions extends SyntheticStatus {
  /**
   * `running`, the default: all nodes are online, and everything runs that can; `stopped`: all are online and nothing runs
   * yet; `status`: what the CIB itself reports.
   */
  readonly start?: 'running' | 'stopped' | 'status'
}

/** A cluster from which events are looked at. */
export interface Start {
  readonly cluster: Cluster
  /** What it took to get there; absent where nothing was done for it. */
  readonly rest?: Rest
}

/** Three nodes are assumed for a cluster that lists none. */
const assumedNodes = ['node-1', 'node-2', 'node-3'].map((uname, at) => ({
  element: 'node' as const,
  id: String(at + 1),
  uname,
  instanceAttributes: [],
  utilization: [],
}))

/** Brings the cluster to where it starts from. */
export async function startOf(cluster: Cluster, scheduler: Scheduler, options: StartOptions): Promise<Start> {
  const { start = 'running' } = options
  if (start === 'status') {
    if (hasNodeStates(cluster)) return { cluster: { ...cluster, crmFeatureSet: usableFeatureSet(cluster) } }
    throw new PacemakerError(
      'the CIB has no status of its nodes, which only a CIB of a live cluster has (cibadmin --query, or a pe-input)',
    )
  }
  const online = allOnline(withNodes(cluster), options)
  if (start === 'stopped') return { cluster: online }
  const rest = await scheduler.rest(cibText(online))
  if (rest.cib === undefined) return { cluster: online, rest }
  const { output: running = online } = readCib(rest.cib)
  return { cluster: running, rest }
}

/** That of the CIB where it is an older one: a scheduler that knows more reads some failures otherwise. */
function usableFeatureSet({ crmFeatureSet }: Cluster): string {
  if (crmFeatureSet === undefined) return commonFeatureSet
  const [own, common] = [crmFeatureSet, commonFeatureSet].map((version) => version.split('.').map(Number))
  const at = (common ?? []).findIndex((number, index) => number !== own?.[index])
  return (own?.[at] ?? 0) < (common?.[at] ?? 0) ? crmFeatureSet : commonFeatureSet
}

/** The cluster as the text of a CIB; what XML cannot represent is an error. */
export function cibText(cluster: Cluster): string {
  const written = writeCib(cluster)
  if (written.ok) return written.output
  throw new PacemakerError(`the cluster cannot be written as a CIB: ${written.diagnostics[0]?.message}`)
}

function withNodes(cluster: Cluster): Cluster {
  if (nodesOf(cluster).length > 0) return cluster
  const nodes = { element: 'nodes' as const, items: assumedNodes }
  return { ...cluster, configuration: { ...cluster.configuration, nodes } }
}
