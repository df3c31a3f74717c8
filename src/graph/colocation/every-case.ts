import type { Cluster } from '../../model/index.js'
import type { Guarantee } from '../analysis/starts-after.js'
import { clockCases } from '../resource/clock-cases.js'

/**
 * The answer that is the same in each case that the clock, or the version of Pacemaker, may bring about; `unknown`
 * where it depends.
 */
export function inEveryCase<Answer extends Guarantee>(
  cluster: Cluster,
  ask: (cluster: Cluster) => Answer,
): Answer | Guarantee {
  const [first, ...others] = clockCases(cluster).map(ask)
  const depends = 'it depends on rules of meta attributes or options, which the configuration does not decide'
  if (first === undefined || others.some(({ verdict }) => verdict !== first.verdict)) {
    return { verdict: 'unknown', reason: depends }
  }
  if (others.every((other) => JSON.stringify(other) === JSON.stringify(first))) return first
  return {
    verdict: first.verdict,
    reason: `in each case that rules of meta attributes or options distinguish`,
  }
}
