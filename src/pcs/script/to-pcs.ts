import { failure, type Result, success } from '../../diagnostics/diagnostic.js'
import { isDisabled, unmanagedReason } from '../../graph/resource/managed.js'
import { resourceIndex } from '../../graph/resource/resource-index.js'
import { type Cluster, nvpairValue, type Resource, resourcesOf } from '../../model/index.js'
import type { PcsVersion } from '../command/pcs-version.js'
import { pcsSteps } from '../plan/pcs-steps.js'
import type { Ids, Strategy } from '../plan/state.js'
import { script } from './script.js'

/** Which pcs the script is for, and how it builds. */
export interface PcsOptions {
  readonly pcs?: PcsVersion
  /** `xml`: the whole configuration in one call of cibadmin, with the same guarantees. Default `commands`. */
  readonly strategy?: Strategy
  /**
   * `pcs`: the ids of nvpairs, sets, operations and rules are those that pcs writes, where nothing refers to
   * them, so that more elements are pcs commands. Default `exact`: all ids are those of the cluster.
   */
  readonly ids?: Ids
  /** True for a script that always runs as with its option `--update`. */
  readonly update?: boolean
}

/**
 * A bash script that builds the cluster with pcs: `bash SCRIPT --file CIB` on a file, without
 * options on the live cluster. What pcs does not support goes through `cibadmin`, with the reason as a
 * comment; what a CIB cannot express is an error.
 *
 * @example
 * ```ts
 * const web = cluster({ nodes: ['node1'], resources: [systemd('web')] })
 * const result = toPcs(web, { pcs: '0.12' })
 * if (!result.ok) throw new Error(result.diagnostics[0]?.message)
 * const script: string = result.output
 * ```
 */
export function toPcs(
  cluster: Cluster,
  { pcs = '0.11', strategy = 'commands', ids = 'exact', update = false }: PcsOptions = {},
): Result<string> {
  const { output: steps, diagnostics } = pcsSteps(cluster, pcs, strategy, ids)
  if (steps === undefined) return failure(diagnostics)
  const name = nvpairValue(cluster.configuration.crmConfig?.items ?? [], 'cluster-name')
  return success(script(steps, { name, pcs, ids, update, resources: resourcesToRun(cluster) }), diagnostics)
}

/** The ids of the resources that run when the configuration is in place. */
export function resourcesToRun(cluster: Cluster): readonly string[] {
  return resourcesOf(cluster)
    .filter((resource) => isToRun(cluster, resource))
    .map(({ id }) => id)
}

/** True for what Pacemaker is to start: not what has `target-role=Stopped` or is unmanaged. */
export function isToRun(cluster: Cluster, { element, id }: Resource): boolean {
  const index = resourceIndex(cluster)
  const entry = index.get(id)
  if (element === 'template' || entry === undefined) return false
  return !isDisabled(index, entry) && unmanagedReason(index, entry) === undefined
}
