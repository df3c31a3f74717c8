import { check } from '../check/check.js'
import { canonicalCib } from '../cib/canonical.js'
import { readCib } from '../cib/read.js'
import type { Diagnostic } from '../diagnostics/diagnostic.js'
import { orderCycleDiagnostics } from '../graph/analysis/cycle-diagnostics.js'
import { type Guarantee, runsOnlyWith, stepInWords, why } from '../graph/index.js'
import { type Cluster, idOf, type Policy, type Ref } from '../model/index.js'

/** What `expect(cluster)` can say; `R` is what a matcher returns. */
export interface ClusterMatchers<R = unknown> {
  /** No actions wait for each other in a circle; fails with the circle, step by step. */
  toHaveNoOrderCycle(): R
  /** `then` starts only after `first` has started; `not` fails with the chain of orders. */
  toStartBefore(first: Ref, then: Ref): R
  /** The resource runs only on nodes where the other is active; fails with a counterexample. */
  toRunOnlyWith(rsc: Ref, withRsc: Ref): R
  /** The configuration equals that of a CIB, ids included; fails with the difference. */
  toEqualCib(xml: string): R
  /** No error and no warning of `check`: ids, references, cycles and the policies, by default the cluster's own. */
  toPassPolicies(policies?: readonly Policy[]): R
}

interface Answer {
  readonly pass: boolean
  readonly message: () => string
  readonly actual?: unknown
  readonly expected?: unknown
}

/** The matchers as functions, for `expect.extend`. */
export const matchers = {
  toHaveNoOrderCycle(cluster: Cluster): Answer {
    return answer(orderCycleDiagnostics(cluster), 'an order cycle')
  },

  toStartBefore(cluster: Cluster, first: Ref, then: Ref): Answer {
    const steps = why(cluster, idOf(first), idOf(then))
    return {
      pass: steps !== undefined,
      message: () =>
        steps === undefined
          ? `nothing makes ${idOf(then)} start after ${idOf(first)}`
          : `${idOf(then)} starts after ${idOf(first)}:\n${steps.map((step) => `  ${stepInWords(cluster, step)}`).join('\n')}`,
    }
  },

  toRunOnlyWith(cluster: Cluster, rsc: Ref, withRsc: Ref): Answer {
    const guarantee = runsOnlyWith(cluster, idOf(rsc), idOf(withRsc))
    return {
      pass: guarantee.verdict === 'guaranteed',
      message: () => `${idOf(rsc)} runs only with ${idOf(withRsc)}: ${inWords(guarantee)}`,
    }
  },

  toEqualCib(cluster: Cluster, xml: string): Answer {
    const { output, diagnostics } = readCib(xml)
    if (output === undefined)
      return { pass: false, message: () => `the CIB cannot be read:\n${lines(diagnostics)}` }
    const [actual, expected] = [canonicalCib(cluster), canonicalCib(output)]
    return { pass: actual === expected, message: () => 'the configuration and the CIB', actual, expected }
  },

  toPassPolicies(cluster: Cluster, policies?: readonly Policy[]): Answer {
    const findings = check(cluster, policies).filter(({ severity }) => severity !== 'info')
    return answer(findings, 'a finding')
  },
}

function answer(findings: readonly Diagnostic[], what: string): Answer {
  return {
    pass: findings.length === 0,
    message: () => (findings.length === 0 ? `the cluster has not ${what}` : lines(findings)),
  }
}

function lines(findings: readonly Diagnostic[]): string {
  return findings
    .map(
      ({ code, message, path, hint }) =>
        `${code}: ${message}\n  at ${path}${hint === undefined ? '' : `\n  do: ${hint}`}`,
    )
    .join('\n')
}

function inWords({ verdict, reason }: Guarantee): string {
  return `${verdict}, ${reason}`
}
