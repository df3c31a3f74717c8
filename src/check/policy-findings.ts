import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js'
import { thrownText } from '../diagnostics/thrown.js'
import type { Cluster, Policy, Settle } from '../model/index.js'

/** What a policy finds, or that it failed: policies are functions of users. */
export function policyFindings(policy: Policy, cluster: Cluster, settle?: Settle): readonly Diagnostic[] {
  const failed = (reason: string) => [diagnostic('policy-failed', '/cib', { policy: policy.name, reason })]
  try {
    const findings: unknown = policy.check(cluster, settle)
    if (!Array.isArray(findings)) return failed('it returns no array of findings')
    return findings.every(isFinding) ? findings : failed('it returns what is no finding')
  } catch (thrown) {
    return failed(thrownText(thrown))
  }
}

/** True for what `diagnostic()` returns, or the like made by hand. */
export function isFinding(value: unknown): value is Diagnostic {
  const { code, severity, message, path, hint, related } = (value ?? {}) as Partial<Diagnostic>
  return (
    typeof code === 'string' &&
    (severity === 'error' || severity === 'warning' || severity === 'info') &&
    typeof message === 'string' &&
    typeof path === 'string' &&
    (hint === undefined || typeof hint === 'string') &&
    (related === undefined || (Array.isArray(related) && related.every(isPlace)))
  )
}

function isPlace(value: unknown): boolean {
  const { message, path } = (value ?? {}) as { readonly message?: unknown; readonly path?: unknown }
  return typeof message === 'string' && typeof path === 'string'
}
