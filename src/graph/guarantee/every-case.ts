import type { Cluster } from '../../model/index.js'
import type { Guarantee } from '../analysis/starts-after.js'
import { clockCases } from '../resource/clock-cases.js'

const depends = 'rules of meta attributes or options, or the version of Pacemaker, decide it'

/**
 * The answer of each case that the clock, or the version of Pacemaker, may bring about, if it is the same; otherwise the
 * safe one: `not-guaranteed` where one case breaks it, else `unknown`.
 */
export function inEveryCase<Answer extends Guarantee>(
  cluster: Cluster,
  ask: (cluster: Cluster) => Answer,
): Answer | Guarantee {
  const [first, ...others] = clockCases(cluster).map(ask)
  if (first === undefined) return { verdict: 'unknown', reason: depends }
  if (others.every((other) => JSON.stringify(other) === JSON.stringify(first))) return first
  if (others.every(({ verdict }) => verdict === first.verdict)) {
    return {
      verdict: first.verdict,
      reason: 'in each case that rules of meta attributes or options distinguish',
    }
  }
  const broken = [first, ...others].find(({ verdict }) => verdict === 'not-guaranteed')
  return broken === undefined
    ? { verdict: 'unknown', reason: depends }
    : { verdict: 'not-guaranteed', reason: `${depends}; in one case, ${broken.reason}` }
}
