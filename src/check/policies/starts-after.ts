import { diagnostic } from '../../diagnostics/diagnostic.js'
import { why } from '../../graph/index.js'
import { idOf, type Policy, type Ref } from '../../model/index.js'
import { pathOfId } from '../../model/walk.js'
import { unknownNames } from './unknown-names.js'

/** Where both start at once, `then` starts only after `first` has started. */
export function startsBefore(first: Ref, then: Ref): Policy {
  const [one, other] = [idOf(first), idOf(then)]
  return {
    name: 'starts-after',
    check: (cluster) => {
      const unknown = unknownNames(cluster, 'starts-after', [one, other])
      if (unknown.length > 0 || why(cluster, one, other) !== undefined) return unknown
      return [diagnostic('starts-after', pathOfId(cluster, other), { first: one, then: other })]
    },
  }
}
