import { diagnostic } from '../../diagnostics/diagnostic.js'
import { neverRunsWith } from '../../graph/index.js'
import type { Policy, Ref } from '../../model/index.js'
import { languageOf } from '../../model/language.js'
import { pathOfId } from '../../model/walk.js'
import { requireGuarantee } from './guarantee-policy.js'

/**
 * Requires that two resources never run on the same node: a colocation of -INFINITY separates them, in either
 * direction. Both may be inside a clone, group or bundle. `never-runs-with=RSC,WITH-RSC`.
 *
 * @example
 * ```ts
 * const [a, b] = [systemd('a'), systemd('b')]
 * export default cluster({
 *   resources: [a, b],
 *   constraints: [colocation(a, b, { score: '-INFINITY' })],
 *   policies: [requireNeverRunsWith(a, b)],
 * })
 * ```
 */
export function requireNeverRunsWith(rsc: Ref, withRsc: Ref): Policy {
  return requireGuarantee(
    {
      name: 'never-runs-with',
      analysis: neverRunsWith,
      question: (rsc, withRsc) => ({ kind: 'never-runs-with', rsc, withRsc }),
      finding: (cluster, rsc, withRsc, { reason }) => {
        const parameters = { rsc, withRsc, reason, language: languageOf(cluster) }
        return diagnostic('never-runs-with', pathOfId(cluster, rsc), parameters)
      },
    },
    rsc,
    withRsc,
  )
}
