import { diagnostic } from '../../diagnostics/diagnostic.js'
import { runsOnlyWith } from '../../graph/index.js'
import { idOf, type Policy, type Ref } from '../../model/index.js'
import { pathOfId } from '../../model/walk.js'
import { unknownNames } from './unknown-names.js'

/**
 * `rsc` runs only on nodes where `withRsc` is active: an error where that is not guaranteed, a warning where
 * it cannot be told. Both may be primitives inside a clone, group or bundle.
 */
export function onlyWith(rsc: Ref, withRsc: Ref): Policy {
  const [one, other] = [idOf(rsc), idOf(withRsc)]
  return {
    name: 'runs-only-with',
    check: (cluster) => {
      const unknown = unknownNames(cluster, 'runs-only-with', [one, other])
      if (unknown.length > 0) return unknown
      const { verdict, reason } = runsOnlyWith(cluster, one, other)
      if (verdict === 'guaranteed') return []
      const severity = verdict === 'unknown' ? 'warning' : 'error'
      const parameters = { rsc: one, withRsc: other, reason, isKnown: verdict !== 'unknown' }
      return [diagnostic('runs-only-with', pathOfId(cluster, one), parameters, { severity })]
    },
  }
}
