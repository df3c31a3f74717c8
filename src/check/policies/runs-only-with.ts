import { diagnostic } from '../../diagnostics/diagnostic.js'
import { type RolesAsked, runsOnlyWith } from '../../graph/index.js'
import type { Policy, Ref } from '../../model/index.js'
import { languageOf } from '../../model/language.js'
import { pathOfId } from '../../model/walk.js'
import { requireGuarantee } from './guarantee-policy.js'

/**
 * Requires that `rsc` runs only on nodes where `withRsc` is active: an error where it can run elsewhere, a warning
 * where that is not decided, or where it is disabled for now. Both may be inside a clone, group or bundle. With `{ withRole: 'Promoted' }`, only where
 * `withRsc` is promoted. `runs-only-with=RSC[:ROLE],WITH-RSC[:ROLE]`.
 *
 * @example
 * ```ts
 * const vip = ocf.heartbeat.IPaddr2('vip', { ip: '192.0.2.6' })
 * const haproxy = clone(systemd('haproxy'))
 * export default cluster({
 *   resources: [vip, haproxy],
 *   constraints: [colocation(vip, haproxy)],
 *   policies: [requireRunsOnlyWith(vip, haproxy)],
 * })
 * ```
 */
export function requireRunsOnlyWith(rsc: Ref, withRsc: Ref, roles: RolesAsked = {}): Policy {
  return requireGuarantee(
    {
      name: 'runs-only-with',
      analysis: (cluster, rsc, withRsc) => runsOnlyWith(cluster, rsc, withRsc, roles),
      question: (rsc, withRsc) => ({ kind: 'runs-only-with', rsc, withRsc, ...roles }),
      finding: (cluster, rsc, withRsc, { verdict, reason }) => {
        const isKnown = verdict === 'not-guaranteed'
        const parameters = { rsc, withRsc, ...roles, reason, isKnown, language: languageOf(cluster) }
        const severity = isKnown ? 'error' : 'warning'
        return diagnostic('runs-only-with', pathOfId(cluster, rsc), parameters, { severity })
      },
    },
    rsc,
    withRsc,
  )
}
