import type { Result } from '../diagnostics/diagnostic.js'
import { type Cluster, nvpairValue } from '../model/index.js'
import { script } from './script.js'
import { pcsSteps, targetedPcs } from './steps.js'

/** Which pcs the script is for. */
export interface PcsOptions {
  readonly pcs?: typeof targetedPcs
}

/**
 * A bash script that builds the cluster with pcs: `bash SCRIPT --file CIB` on a file, without
 * options on the live cluster. What pcs cannot say goes through `cibadmin`, with a comment that says
 * why; what a CIB cannot hold is an error.
 */
export function toPcs(cluster: Cluster, options: PcsOptions = {}): Result<string> {
  const { output = [], diagnostics } = pcsSteps(cluster)
  const name = nvpairValue(cluster.configuration.crmConfig?.items ?? [], 'cluster-name')
  return { output: script(output, { name, pcs: options.pcs ?? targetedPcs }), diagnostics }
}
