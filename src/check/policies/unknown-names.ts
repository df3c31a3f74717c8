import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.js'
import { orderGraph } from '../../graph/index.js'
import { type Cluster, resourcesOf } from '../../model/index.js'
import { nearest } from '../nearest.js'

/** A finding for each name that a policy is asked about and that no resource has. */
export function unknownNames(cluster: Cluster, policy: string, ids: readonly string[]): Diagnostic[] {
  const graph = orderGraph(cluster)
  return ids
    .filter((id) => graph.vertex(id, 'start') === undefined)
    .map((id) => {
      const near = nearest(
        id,
        resourcesOf(cluster).map((resource) => resource.id),
      )
      const parameters = { attribute: `the policy ${policy}`, id, wants: 'resource', near }
      return diagnostic('unknown-reference', '/cib/configuration/resources', parameters)
    })
}
