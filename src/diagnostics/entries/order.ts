import { entry, type Language } from '../entry.js'
import { dslString, quote, quoteAll, shellWord } from '../quote.js'

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

/** What a redundant order follows from: other orders, or else Pacemaker's rules in words. */
export interface ImpliedOrder {
  readonly orders: readonly string[]
  readonly rules: readonly string[]
}

function optional(language: Language): string {
  return language === 'dsl' ? "use { kind: 'Optional' }" : 'use kind="Optional"'
}

/** Orders that cannot be met, or that do not do what they seem to. */
export const orderEntries = {
  'order-cycle': entry({
    severity: 'error',
    about:
      'Orders form a cycle. Pacemaker does not report it: the resources stay half started, and the log has "Transition failed: terminated".',
    message: ({ kind, steps }: Cycle) => `ordering cycle: ${steps.join('; ')}; ${consequence[kind]}`,
    hint: breakCycle,
  }),
  'reference-inside-clone': entry({
    severity: 'warning',
    about:
      'A constraint names a resource inside a clone or bundle. Pacemaker ignores the constraint until the cluster has run that resource, and then applies it to the whole clone or bundle. The id of a group inside a clone is never resolved.',
    message: ({ id, top, isGroup }: { id: string; top: string; isGroup: boolean }) =>
      isGroup
        ? `${quote(id)} is inside ${quote(top)}: Pacemaker ignores a constraint that names it`
        : `${quote(id)} is inside ${quote(top)}: Pacemaker ignores a constraint that names it until ${quote(id)} has run`,
    hint: ({ top }) => `name ${quote(top)} instead`,
  }),
  'order-missing-then-action': entry({
    severity: 'warning',
    about:
      'An order after a promotion or demotion has no then-action, which therefore equals first-action. The other resource never performs that action, so the order has no effect.',
    message: ({ then, action }: { then: string; action: string; language: Language }) =>
      `then-action defaults to ${quote(action)}, which ${quote(then)} never performs: the order has no effect`,
    hint: ({ action, language }) => {
      const next = action === 'promote' ? 'start' : 'stop'
      return language === 'dsl' ? `add { thenAction: '${next}' }` : `add then-action="${next}"`
    },
  }),
  'order-not-promotable': entry({
    severity: 'warning',
    about: 'An order names the promotion or demotion of a resource that is not promotable.',
    message: ({
      id,
      action,
      then,
    }: {
      id: string
      action: string
      then: string | undefined
      language: Language
    }) =>
      then === undefined
        ? `${quote(id)} is not promotable and never performs ${quote(action)}: the order has no effect`
        : `${quote(id)} is not promotable and never performs ${quote(action)}: ${quote(then)} waits for it forever`,
    hint: ({ id, language }) =>
      language === 'dsl'
        ? `order the start or stop of ${quote(id)}, or declare it with promotable(...)`
        : `order the start or stop of ${quote(id)}, or set promotable=true on its clone`,
  }),
  'order-serialize': entry({
    severity: 'info',
    about:
      'An order of kind Serialize does not serialize: where both resources start, the first always starts first, and their stops are not ordered.',
    message: ({ isBothWays }: { isBothWays: boolean; language: Language }) =>
      isBothWays
        ? 'kind "Serialize" has one direction: Pacemaker ignores symmetrical="true"'
        : 'kind "Serialize" has one direction: the first always starts first, and the other waits forever if it cannot start',
    hint: ({ language }) => `${optional(language)} if the second may start without the first`,
  }),
  'vip-before-service': entry({
    severity: 'warning',
    about:
      'A Mandatory order starts a virtual IP before a service that runs on several nodes. Every move of the address then interrupts the service.',
    message: ({
      vip,
      service,
      restarts,
    }: {
      vip: string
      service: string
      restarts: boolean
      language: Language
    }) =>
      restarts
        ? `${quote(service)} depends on the virtual IP ${quote(vip)}: it restarts on all nodes whenever the address moves or fails, and runs nowhere while the address cannot run`
        : `${quote(service)} depends on the virtual IP ${quote(vip)}: it starts nowhere while the address cannot run`,
    hint: ({ language }) =>
      `${optional(language)}: the address starts first, and the service then runs without it`,
  }),
  'order-implied': entry({
    severity: 'info',
    about:
      'An order follows from other orders and has no effect of its own. More than five such orders are one finding.',
    message: (implied: ImpliedOrder | { readonly redundant: readonly string[] }) => {
      if ('redundant' in implied) {
        const [shown, rest] = [implied.redundant.slice(0, 3), implied.redundant.length - 3]
        return `${implied.redundant.length} orders are redundant: they follow from other orders (${shown.map(quote).join(', ')} and ${rest} more)`
      }
      const { orders, rules } = implied
      return orders.length > 0
        ? `the order is redundant: it follows from ${quoteAll(orders)}`
        : `the order is redundant: ${rules.join(', ')}`
    },
    hint: (implied) =>
      'redundant' in implied ? 'remove them: impliedOrders in lightcib/graph lists all' : 'remove it',
  }),
} as const
