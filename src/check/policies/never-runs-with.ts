import { diagnostic } from '../../diagnostics/diagnostic.js'
import { neverRunsWith } from '../../graph/index.js'
import { idOf, type Policy, type Ref } from '../../model/index.js'
import { pathOfId } from '../../model/walk.js'
import { unknownNames } from './unknown-names.js'

/** The two never run on one node: a colocation with -INFINITY says so, in either direction. */
export function requireNeverRunsWith(one: Ref, other: Ref): Policy {
  const [a, b] = [idOf(one), idOf(other)]
  const name = 'never-runs-with'
  return {
    name,
    check: (cluster) => {
      const unknown = unknownNames(cluster, name, [a, b])
      if (unknown.length > 0 || neverRunsWith(cluster, a, b).verdict === 'guaranteed') return unknown
      return [diagnostic('never-runs-with', pathOfId(cluster, a), { one: a, other: b })]
    },
  }
}
