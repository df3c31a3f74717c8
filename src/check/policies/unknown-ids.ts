import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.js'
import { nearestResource } from '../../graph/resource/known-resource.js'
import { resourceIndex } from '../../graph/resource/resource-index.js'
import type { Cluster } from '../../model/index.js'

/** A finding for each id that a policy names and no resource has. */
export function unknownIds(cluster: Cluster, policy: string, ids: readonly string[]): Diagnostic[] {
  const index = resourceIndex(cluster)
  return ids
    .filter((id) => index.get(id) === undefined)
    .map((id) => {
      const near = nearestResource(cluster, id)
      const parameters = { referrer: `the policy ${policy}`, id, expected: 'resource', near }
      return diagnostic('unknown-reference', '/cib/configuration/resources', parameters)
    })
}
