import type { Diagnostic } from '../diagnostics/diagnostic.js'
import { orderCycleDiagnostics } from '../graph/analysis/cycle-diagnostics.js'
import type { Cluster, Policy } from '../model/index.js'
import { checkEmptyGroups } from './empty-groups.js'
import { checkIds } from './ids.js'
import { defaultPolicies } from './policies/index.js'
import { checkReferences } from './references.js'
import { runRules } from './rule.js'
import { rules } from './rules/index.js'
import { checkUnknownOptions } from './unknown-options.js'

const recommended = rules.filter(({ set }) => set === 'recommended')

/**
 * All findings about a cluster: unknown options, empty groups, ids, references, ordering cycles, orders that have no or another
 * effect, and its policies. `policies` defaults to those that the cluster declares, and for a cluster that declares
 * none, such as one read from a CIB, to the default ones.
 *
 * @example
 * ```ts
 * const vip = ocf.heartbeat.IPaddr2('vip', { ip: '192.0.2.6' })
 * const haproxy = clone(systemd('haproxy'))
 * const web = cluster({ resources: [vip, haproxy], constraints: [colocation(vip, haproxy)] })
 * const findings = check(web, [vipWithHaproxy()])
 * ```
 */
export function check(
  cluster: Cluster,
  policies: readonly Policy[] = cluster.policies ?? defaultPolicies,
): Diagnostic[] {
  return [
    ...checkUnknownOptions(cluster, policies),
    ...checkEmptyGroups(cluster),
    ...checkIds(cluster),
    ...checkReferences(cluster),
    ...orderCycleDiagnostics(cluster),
    ...runRules(cluster, recommended),
    ...policies.flatMap((policy) => policy.check(cluster)),
  ]
}
