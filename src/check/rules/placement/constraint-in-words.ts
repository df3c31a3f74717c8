import { quote } from '../../../diagnostics/quote.js'
import { type Constraint, scoreOf } from '../../../model/index.js'

/** What a constraint does, with its id: `"c" places "web" with "db"`. */
export function constraintInWords(constraint: Constraint): string {
  const id = quote(constraint.id ?? '')
  switch (constraint.element) {
    case 'rsc_location': {
      const { node, rsc, rscPattern } = constraint
      const what = quote(rsc ?? rscPattern ?? 'its set')
      if (constraint.resourceDiscovery === 'exclusive') return `${id} confines ${what} to its nodes`
      return node === undefined ? `${id} bans ${what} by a rule` : `${id} bans ${what} from ${quote(node)}`
    }
    case 'rsc_colocation': {
      const { rsc, withRsc, score } = constraint
      const isNegative = scoreOf(score) < 0
      if (rsc === undefined || withRsc === undefined)
        return `${id} ${isNegative ? 'separates' : 'joins'} its sets`
      return isNegative
        ? `${id} separates ${quote(rsc)} from ${quote(withRsc)}`
        : `${id} places ${quote(rsc)} with ${quote(withRsc)}`
    }
    case 'rsc_order': {
      const { first, then, firstAction } = constraint
      if (first === undefined || then === undefined) return `${id} orders its sets`
      const after = firstAction === 'promote' ? `the promotion of ${quote(first)}` : quote(first)
      return `${id} starts ${quote(then)} after ${after}`
    }
    case 'rsc_ticket':
      return `${id} requires a ticket`
  }
}
