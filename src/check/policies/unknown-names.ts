import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.js'
import { nearest } from '../../diagnostics/nearest.js'
import { resourceIndex } from '../../graph/resource/resource-index.js'
import { type Cluster, resourcesOf } from '../../model/index.js'

/** A finding for each name that a policy is asked about and that no resource has. */
export function unknownNames(cluster: Cluster, policy: string, ids: readonly string[]): Diagnostic[] {
  const index = resourceIndex(cluster)
  return ids
    .filter((id) => index.get(id) === undefined)
    .map((id) => {
      const near = nearest(
        id,
        resourcesOf(cluster).map((resource) => resource.id),
      )
      const parameters = { attribute: `the policy ${policy}`, id, wants: 'resource', near }
      return diagnostic('unknown-reference', '/cib/configuration/resources', parameters)
    })
}
