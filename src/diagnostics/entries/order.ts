import { entry, type Language } from '../entry.js'
import { dslString, quote, quoteAll, shellWord } from '../quote.js'

type CycleKind = 'self' | 'up' | 'down' | 'mixed'

const consequence: Readonly<Record<CycleKind, string>> = {
  self: 'Pacemaker\'s scheduler aborts on it (its log: "Triggered fatal assertion")',
  up: 'they cannot start together (Pacemaker\'s log: "Transition failed: terminated")',
  down: 'they cannot stop together (Pacemaker\'s log: "Transition failed: terminated")',
  mixed: 'they cannot restart or move together (Pacemaker\'s log: "Transition failed: terminated")',
}

/** The order of a cycle that costs least to change; `first` and `then` where it has no sets. */
interface WeakestOrder {
  readonly id: string
  readonly first?: string
  readonly then?: string
  /** True where only the opposite actions, in reverse order, are part of the cycle. */
  readonly isInverse: boolean
  /** Later orders between the same two actions, which would take its place. */
  readonly repeats: readonly string[]
}

export interface Cycle {
  readonly kind: CycleKind
  readonly steps: readonly string[]
  readonly weakest: WeakestOrder | undefined
  /** The guest or remote node on which a resource has to run for the cycle to be one, and may. */
  readonly placement?: { readonly resource: string; readonly node: string } | undefined
  readonly language: Language
}

/** How a cycle is broken: `remove order('c', 'a')`, `pcs constraint delete order-c-a-mandatory`. */
function breakCycle(cycle: Cycle): string | undefined {
  const { placement, language } = cycle
  const changed = changeOrder(cycle)
  if (placement === undefined || changed === undefined) return changed
  const { resource, node } = placement
  const avoid =
    language === 'cib'
      ? `pcs constraint location ${shellWord(resource)} avoids ${shellWord(node)}`
      : `location(${dslString(resource)}, ${dslString(node)}, '-INFINITY')`
  return `keep ${quote(resource)} off the node: ${avoid}; or ${changed}`
}

function changeOrder({ kind, weakest, language }: Cycle): string | undefined {
  if (weakest === undefined) return undefined
  const { id, first, then, isInverse, repeats } = weakest
  if (language === 'cib') {
    const all = [id, ...repeats]
    const [it, remove] = [
      repeats.length === 0 ? 'it' : 'them',
      `pcs constraint delete ${all.map(shellWord).join(' ')}`,
    ]
    if (kind === 'self') return remove
    if (isInverse) return `set symmetrical="false" on ${quoteAll(all)}, or remove ${it}: ${remove}`
    return `reverse ${quoteAll(all)}, or remove ${it}: ${remove}; kind="Optional" or "Serialize" does not break the cycle`
  }
  const order =
    (first === undefined || then === undefined
      ? `the order ${quote(id)}`
      : `order(${dslString(first)}, ${dslString(then)})`) +
    (repeats.length === 0 ? '' : `, and ${quoteAll(repeats)} that would take its place`)
  if (kind === 'self') return `remove ${order}`
  if (isInverse) return `add { symmetrical: false } to ${order}, or remove it`
  return `reverse ${order}, or remove it; kind: 'Optional' or 'Serialize' does not break the cycle`
}

/** Orders that cannot be met. */
export const orderEntries = {
  'order-cycle': entry({
    severity: 'error',
    about:
      'Orders form a cycle. crm_verify does not report it: the resources stay half started, and the log of the controller has "Transition failed: terminated" at each attempt. An order of a resource with itself makes the scheduler abort; the log has "Triggered fatal assertion".',
    message: ({ kind, steps, placement }: Cycle) =>
      `ordering cycle: ${steps.join('; ')}; ${consequence[kind]}${placement === undefined ? '' : `, whenever ${quote(placement.resource)} runs on ${quote(placement.node)}, which no location forbids`}`,
    hint: breakCycle,
  }),
} as const
