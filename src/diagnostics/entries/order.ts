import { entry, type Language } from '../entry.js'
import { dslString, quote, shellWord } from '../quote.js'

type CycleKind = 'self' | 'up' | 'down' | 'mixed'

const consequence: Readonly<Record<CycleKind, string>> = {
  self: 'Pacemaker aborts on a resource that waits for itself',
  up: 'they cannot start together',
  down: 'they cannot stop together',
  mixed: 'they cannot restart or move together',
}

/** The order of a cycle that costs least to change; `first` and `then` where it has no sets. */
interface WeakestOrder {
  readonly id: string
  readonly first?: string
  readonly then?: string
  /** True where only the opposite actions, in reverse order, are part of the cycle. */
  readonly isInverse: boolean
}

export interface Cycle {
  readonly kind: CycleKind
  readonly steps: readonly string[]
  readonly weakest: WeakestOrder | undefined
  readonly language: Language
}

/** How a cycle is broken: `remove order('c', 'a')`, `pcs constraint delete order-c-a-mandatory`. */
function breakCycle({ kind, weakest, language }: Cycle): string | undefined {
  if (weakest === undefined) return undefined
  const { id, first, then, isInverse } = weakest
  if (language === 'cib') {
    const remove = `pcs constraint delete ${shellWord(id)}`
    if (kind === 'self') return remove
    if (isInverse) return `set symmetrical="false" on ${quote(id)}, or remove it: ${remove}`
    return `reverse ${quote(id)}, or remove it: ${remove}; kind="Optional" or "Serialize" does not break the cycle`
  }
  const order =
    first === undefined || then === undefined
      ? `the order ${quote(id)}`
      : `order(${dslString(first)}, ${dslString(then)})`
  if (kind === 'self') return `remove ${order}`
  if (isInverse) return `add { symmetrical: false } to ${order}, or remove it`
  return `reverse ${order}, or remove it; kind: 'Optional' or 'Serialize' does not break the cycle`
}

/** Orders that cannot be met. */
export const orderEntries = {
  'order-cycle': entry({
    severity: 'error',
    about:
      'Orders form a cycle. Pacemaker does not report it: the resources stay half started, and the log has "Transition failed: terminated".',
    message: ({ kind, steps }: Cycle) => `ordering cycle: ${steps.join('; ')}; ${consequence[kind]}`,
    hint: breakCycle,
  }),
} as const
