import { diagnostic } from '../../diagnostics/diagnostic.js'
import { orderGraph, why } from '../../graph/index.js'
import { idOf, type Policy, pathOfId, type Ref } from '../../model/index.js'

/** Where both start at once, `then` starts only after `first` has started. */
export function startsBefore(first: Ref, then: Ref): Policy {
  const [one, other] = [idOf(first), idOf(then)]
  return {
    name: 'starts-before',
    check: (cluster) =>
      why(orderGraph(cluster), one, other) === undefined
        ? [diagnostic('starts-before', pathOfId(cluster, other), { first: one, then: other })]
        : [],
  }
}
