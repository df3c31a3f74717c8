import { booleanOf, type RscOrder, scoreOf } from '../../model/index.js'
import { type ConstraintCause, inverseOf, type OrderAction, type OrderKind } from './vertex.js'

interface Terms {
  readonly kind?: string
  readonly score?: string
}

/** The kind of an order or set; a score of 0 is the old spelling of Optional, and what is unknown is Mandatory. */
export function kindOf({ kind, score }: Terms): OrderKind {
  if (kind === undefined) return score !== undefined && scoreOf(score) === 0 ? 'Optional' : 'Mandatory'
  return kind === 'Optional' || kind === 'Serialize' ? kind : 'Mandatory'
}

/** True where the inverse is meant too; never for Serialize, whatever `symmetrical` is. */
export function isSymmetrical(kind: OrderKind, symmetrical: string | undefined): boolean {
  return kind !== 'Serialize' && (booleanOf(symmetrical) ?? true)
}

/** The two causes that one order can be: itself, and its inverse where it is symmetrical. */
export interface Causes {
  readonly forward: ConstraintCause
  readonly inverse?: ConstraintCause
}

/** The causes of an order, undefined where it lacks the id without which Pacemaker ignores it. */
export function causesOf(constraint: RscOrder): Causes | undefined {
  if (constraint.id === undefined) return undefined
  const kind = kindOf(constraint)
  const symmetrical = isSymmetrical(kind, constraint.symmetrical)
  const forward = { constraint, id: constraint.id, kind, symmetrical, inverse: false }
  return symmetrical ? { forward, inverse: { ...forward, inverse: true } } : { forward }
}

/** The action that comes with an action in the inverse of an order. */
export function inDirection(action: OrderAction, { inverse }: ConstraintCause): OrderAction {
  return inverse ? inverseOf[action] : action
}
