import { diagnostic } from '../../diagnostics/diagnostic.js'
import { startsAfter } from '../../graph/index.js'
import type { Policy, Ref } from '../../model/index.js'
import { languageOf } from '../../model/language.js'
import { pathOfId } from '../../model/walk.js'
import { requireGuarantee } from './guarantee-policy.js'

/**
 * Requires that `rsc` starts only after `first` has started, wherever both start. Both may be inside a clone, group
 * or bundle. `starts-after=RSC,FIRST`.
 *
 * @example
 * ```ts
 * const [db, web] = [systemd('db'), systemd('web')]
 * export default cluster({
 *   resources: [db, web],
 *   constraints: [order(db, web)],
 *   policies: [requireStartsAfter(web, db)],
 * })
 * ```
 */
export function requireStartsAfter(rsc: Ref, first: Ref): Policy {
  return requireGuarantee(
    {
      name: 'starts-after',
      analysis: startsAfter,
      finding: (cluster, rsc, first) => {
        const parameters = { rsc, first, language: languageOf(cluster) }
        return diagnostic('starts-after', pathOfId(cluster, rsc), parameters)
      },
    },
    rsc,
    first,
  )
}
