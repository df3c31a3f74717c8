import { check } from '../check/check.js'
import { defaultPolicies } from '../check/policies/index.js'
import { canonicalCib } from '../cib/canonical.js'
import { readCib } from '../cib/read.js'
import type { Diagnostic } from '../diagnostics/diagnostic.js'
import { quote } from '../diagnostics/quote.js'
import { orderCycleDiagnostics } from '../graph/analysis/cycle-diagnostics.js'
import { type Guarantee, neverRunsWith, type RolesAsked, runsOnlyWith, startsAfter } from '../graph/index.js'
import { type Cluster, idOf, type Policy, type Ref } from '../model/index.js'
import { settlePolicies } from '../pacemaker/explore/settle.js'
import { PacemakerError } from '../pacemaker/tool/pacemaker-error.js'

/** The matchers of `expect(cluster)`. An id that no resource has fails each of them, with and without `not`. */
export interface ClusterMatchers<R = unknown> {
  /** No orders form a cycle; fails with the steps of each cycle. */
  toHaveNoOrderCycle(): R
  /** `rsc` starts only after `first` has started, wherever both start; `not` fails with the chain of orders. */
  toStartAfter(rsc: Ref, first: Ref): R
  /**
   * `rsc` runs only on nodes where `withRsc` is active, with `{ withRole: 'Promoted' }` only where it is promoted; fails
   * with a counterexample.
   */
  toRunOnlyWith(rsc: Ref, withRsc: Ref, roles?: RolesAsked): R
  /** `rsc` and `withRsc` never run on the same node. */
  toNeverRunWith(rsc: Ref, withRsc: Ref): R
  /** The configuration equals that of a CIB, ids included; fails with the difference. */
  toEqualCib(xml: string): R
  /**
   * The cluster keeps the policy, also one about what happens: crm_simulate is asked what the configuration does not decide.
   * A promise: `await expect(cluster).toKeep(...)`. Where Pacemaker is not installed, it fails with the name of its package.
   */
  toKeep(policy: Policy): Promise<R>
  /** `check` has no error and no warning; `policies` defaults to those of the cluster. */
  toPassPolicies(policies?: readonly Policy[]): R
}

interface MatcherContext {
  readonly isNot?: boolean
}

interface MatcherResult {
  readonly pass: boolean
  readonly message: () => string
  readonly actual?: unknown
  readonly expected?: unknown
}

/** The matchers as functions, for `expect.extend`. */
export const matchers = {
  toHaveNoOrderCycle(cluster: Cluster): MatcherResult {
    return withoutFindings(orderCycleDiagnostics(cluster), 'the cluster has no ordering cycle')
  },

  toStartAfter(cluster: Cluster, rsc: Ref, first: Ref): MatcherResult {
    const [id, other] = [idOf(rsc), idOf(first)]
    return guaranteed(startsAfter(cluster, id, other), `${quote(id)} starts after ${quote(other)}`)
  },

  toRunOnlyWith(cluster: Cluster, rsc: Ref, withRsc: Ref, roles: RolesAsked = {}): MatcherResult {
    const [id, other] = [idOf(rsc), idOf(withRsc)]
    const { role, withRole } = roles
    const claim = `${quote(id)}${role === undefined ? '' : ` as ${role}`} runs only with ${quote(other)}${
      withRole === undefined ? '' : ` as ${withRole}`
    }`
    return guaranteed(runsOnlyWith(cluster, id, other, roles), claim)
  },

  toNeverRunWith(cluster: Cluster, rsc: Ref, withRsc: Ref): MatcherResult {
    const [id, other] = [idOf(rsc), idOf(withRsc)]
    return guaranteed(neverRunsWith(cluster, id, other), `${quote(id)} never runs with ${quote(other)}`)
  },

  toEqualCib(this: MatcherContext, cluster: Cluster, xml: string): MatcherResult {
    const { output, diagnostics } = readCib(xml)
    if (output === undefined) return failed(this, `the CIB cannot be read:\n${lines(diagnostics)}`)
    const [actual, expected] = [canonicalCib(cluster), canonicalCib(output)]
    const isEqual = actual === expected
    const message = () => `the configuration ${isEqual ? 'equals' : 'differs from'} that of the CIB`
    return { pass: isEqual, message, actual, expected }
  },

  async toKeep(this: MatcherContext, cluster: Cluster, policy: Policy): Promise<MatcherResult> {
    const found = policy.check(cluster)
    if (found.some(({ code }) => code === 'unknown-reference')) return failed(this, lines(found))
    try {
      const { settle } = await settlePolicies(cluster, [policy])
      return withoutFindings(policy.check(cluster, settle), `the cluster keeps the policy ${policy.name}`)
    } catch (error) {
      if (error instanceof PacemakerError) return failed(this, error.message)
      throw error
    }
  },

  toPassPolicies(
    this: MatcherContext,
    cluster: Cluster,
    policies: readonly Policy[] = cluster.policies ?? defaultPolicies,
  ): MatcherResult {
    const found = policies.flatMap((policy) => policy.check(cluster))
    const unknown = found.filter(({ code }) => code === 'unknown-reference')
    if (unknown.length > 0) return failed(this, lines(unknown))
    const findings = check(cluster, { policies }).filter(({ severity }) => severity !== 'info')
    return withoutFindings(findings, 'the cluster passes its policies')
  },
}

/** Fails with and without `not`, for an assertion that makes no sense. */
function failed({ isNot = false }: MatcherContext, message: string): MatcherResult {
  return { pass: isNot, message: () => message }
}

function withoutFindings(findings: readonly Diagnostic[], passed: string): MatcherResult {
  const pass = findings.length === 0
  return { pass, message: () => (pass ? passed : lines(findings)) }
}

function guaranteed({ verdict, reason }: Guarantee, claim: string): MatcherResult {
  const pass = verdict === 'guaranteed'
  const answer = pass
    ? claim
    : `it is ${verdict === 'not-guaranteed' ? 'not guaranteed' : 'not known'} that ${claim}`
  return { pass, message: () => `${answer}: ${reason}` }
}

function lines(findings: readonly Diagnostic[]): string {
  return findings
    .map(({ code, message, path, hint }) =>
      [`${code}: ${message}`, `  at ${path}`, ...(hint === undefined ? [] : [`  hint: ${hint}`])].join('\n'),
    )
    .join('\n')
}
