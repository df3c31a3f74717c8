import { readCib, writeCib } from '../../cib/index.js'
import { failure, hasErrors, type Result, success } from '../../diagnostics/diagnostic.js'
import type { Cluster } from '../../model/index.js'

/**
 * The cluster in the words of a schema, as the target's Pacemaker would hold it; without output where
 * it cannot.
 */
export function inSchema(cluster: Cluster, schema: string): Result<Cluster> {
  const written = writeCib(cluster, { schema })
  if (written.output === undefined || hasErrors(written.diagnostics)) return failure(written.diagnostics)
  const { output } = readCib(written.output)
  return output === undefined ? failure(written.diagnostics) : success(output, written.diagnostics)
}
