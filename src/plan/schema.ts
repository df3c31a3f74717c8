import { translateCluster } from '../cib/index.js'
import { type Result, success } from '../diagnostics/diagnostic.js'
import type { Cluster } from '../model/index.js'

/** The target in the schema of the running cluster. */
export function inSchemaOf(from: Cluster, to: Cluster): Result<Cluster> {
  const { validateWith } = from
  if (validateWith === undefined || to.validateWith === validateWith) return success(to)
  return translateCluster(to, validateWith)
}
