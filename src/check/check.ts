import type { Diagnostic } from '../diagnostics/diagnostic.js'
import { cibEntries } from '../diagnostics/entries/cib.js'
import { outputEntries } from '../diagnostics/entries/output.js'
import { pacemakerEntries } from '../diagnostics/entries/pacemaker.js'
import { policyEntries } from '../diagnostics/entries/policy.js'
import { orderCycleDiagnostics } from '../graph/analysis/cycle-diagnostics.js'
import type { Cluster, Policy, Settle } from '../model/index.js'
import { malformed } from '../model/wellformed/malformed.js'
import { checkServices } from './declared-services.js'
import { checkEmptyGroups } from './empty-groups.js'
import { checkIds } from './ids.js'
import { defaultPolicies } from './policies/index.js'
import { policyFindings } from './policy-findings.js'
import { checkReferences } from './references.js'
import { runRules } from './rule.js'
import type { CheckOptions } from './settings/options.js'
import { readOptions } from './settings/read-options.js'
import { selectedRules } from './settings/selected-rules.js'
import { settle, unusedSuppression } from './settings/settle.js'
import { checkUnknownOptions } from './unknown-options.js'

/**
 * All findings about a cluster: unknown options, empty groups, ids, references, ordering cycles, orders that have no or another
 * effect, those of the rules, and those of its policies. `policies` defaults to those that the cluster declares, and for a cluster that declares
 * none, such as one read from a CIB, to the default ones. Options that cannot be used are findings as well.
 *
 * @example
 * ```ts
 * const vip = ocf.heartbeat.IPaddr2('vip', { ip: '192.0.2.6' })
 * const haproxy = clone(systemd('haproxy'))
 * const web = cluster({ resources: [vip, haproxy], constraints: [colocation(vip, haproxy)] })
 * const findings = check(web, { policies: [vipWithHaproxy()], rules: { set: 'strict' } })
 * ```
 */
export function check(cluster: Cluster, options: CheckOptions = {}): Diagnostic[] {
  const faults = malformed(cluster)
  if (faults.length > 0) return [...faults]
  const read = readOptions(options, 'check()')
  const skipped = (code: string) =>
    code in cibEntries ||
    code in outputEntries ||
    code in pacemakerEntries ||
    (options.policies !== undefined && code in policyEntries)
  const { findings, unused } = settle(cluster, findingsOf(cluster, read.options), read.options, skipped)
  return [...read.findings, ...findings, ...unused.map(unusedSuppression)]
}

/** The policies that are evaluated: those of the options, of the cluster, or the default ones. */
export function policiesFor(cluster: Cluster, options: CheckOptions): readonly Policy[] {
  return options.policies ?? cluster.policies ?? defaultPolicies
}

/** All findings as the checks report them, before severities and suppressions; `settle` as for a policy. */
export function findingsOf(cluster: Cluster, options: CheckOptions, settle?: Settle): Diagnostic[] {
  const policies = policiesFor(cluster, options)
  return [
    ...checkUnknownOptions(cluster, policies),
    ...checkEmptyGroups(cluster),
    ...checkIds(cluster),
    ...checkReferences(cluster),
    ...checkServices(cluster),
    ...orderCycleDiagnostics(cluster),
    ...runRules(cluster, selectedRules(options)),
    ...policies.flatMap((policy) => policyFindings(policy, cluster, settle)),
  ]
}
