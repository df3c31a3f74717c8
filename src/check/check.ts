import type { Diagnostic } from '../diagnostics/diagnostic.js'
import { orderCycleDiagnostics } from '../graph/analysis/cycle-diagnostics.js'
import { orderHints } from '../graph/analysis/order-hints.js'
import type { Cluster, Policy } from '../model/index.js'
import { checkIds } from './ids.js'
import { defaultPolicies } from './policies/index.js'
import { checkReferences } from './references.js'

/**
 * All that is wrong with a cluster: ids, references, cycles and oddities of orders, and what its policies say.
 * `policies` defaults to those that the cluster declares; a cluster that declares none, such as one
 * read from a CIB, is asked the default ones.
 */
export function check(
  cluster: Cluster,
  policies: readonly Policy[] = cluster.policies ?? defaultPolicies,
): Diagnostic[] {
  return [
    ...checkIds(cluster),
    ...checkReferences(cluster),
    ...orderCycleDiagnostics(cluster),
    ...orderHints(cluster),
    ...policies.flatMap((policy) => policy.check(cluster)),
  ]
}
