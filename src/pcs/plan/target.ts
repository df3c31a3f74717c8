import { readCib, writeCib } from '../../cib/index.js'
import { hasErrors, type Result } from '../../diagnostics/diagnostic.js'
import type { Cluster } from '../../model/index.js'

/**
 * The cluster in the words of a schema, as the target's Pacemaker would hold it; without output where
 * it cannot.
 */
export function inSchema(cluster: Cluster, schema: string): Result<Cluster> {
  const written = writeCib(cluster, { schema })
  if (written.output === undefined || hasErrors(written.diagnostics))
    return { diagnostics: written.diagnostics }
  const { output } = readCib(written.output)
  return { ...(output === undefined ? {} : { output }), diagnostics: written.diagnostics }
}
