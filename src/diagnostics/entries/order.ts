import { entry } from '../entry.js'
import { quote } from '../quote.js'

type CycleKind = 'self' | 'up' | 'down' | 'mixed'

const consequence: Readonly<Record<CycleKind, string>> = {
  self: 'Pacemaker aborts on a resource that waits for itself',
  up: 'they cannot start together',
  down: 'they cannot stop together',
  mixed: 'they cannot restart or move together',
}

/** Orders that cannot be met, or that do not do what they seem to. */
export const orderEntries = {
  'order-cycle': entry({
    severity: 'error',
    about:
      'Orders form a cycle. Pacemaker does not report it: the resources stay half started, and the log says "Transition failed: terminated".',
    message: ({ kind, steps }: { kind: CycleKind; steps: readonly string[]; relax: string | undefined }) =>
      `ordering cycle: ${steps.join('; ')}; ${consequence[kind]}`,
    hint: ({ relax }) => relax,
  }),
  'reference-inside-clone': entry({
    severity: 'warning',
    about:
      'A constraint names a resource inside a clone or bundle. Pacemaker ignores the constraint until the cluster has run that resource, and then applies it to the whole clone or bundle. The id of a group inside a clone is never resolved.',
    message: ({ id, top, isGroup }: { id: string; top: string; isGroup: boolean }) =>
      isGroup
        ? `${quote(id)} is inside ${quote(top)}: Pacemaker ignores a constraint that names it`
        : `${quote(id)} is inside ${quote(top)}: Pacemaker ignores a constraint that names it until it has run`,
    hint: ({ top }) => `name ${quote(top)} instead`,
  }),
  'order-missing-then-action': entry({
    severity: 'warning',
    about:
      'An order after a promotion or demotion has no then-action, which therefore equals first-action. The other resource never performs that action, so the order has no effect.',
    message: ({ then, action }: { then: string; action: string }) =>
      `then-action defaults to ${quote(action)}, which ${quote(then)} never performs: the order has no effect`,
    hint: ({ action }) => `add then-action="${action === 'promote' ? 'start' : 'stop'}"`,
  }),
  'order-not-promotable': entry({
    severity: 'warning',
    about: 'An order names the promotion or demotion of a resource that is not promotable.',
    message: ({ id, action, then }: { id: string; action: string; then: string | undefined }) =>
      then === undefined
        ? `${quote(id)} is not promotable and never performs ${quote(action)}: the order has no effect`
        : `${quote(id)} is not promotable and never performs ${quote(action)}: ${quote(then)} waits for it forever`,
    hint: ({ id }) => `order the start or stop of ${quote(id)}, or make it a promotable clone`,
  }),
  'order-serialize': entry({
    severity: 'info',
    about:
      'An order of kind Serialize does not serialize: where both resources start, the first always starts first, and their stops are not ordered.',
    message: ({ isBothWays }: { isBothWays: boolean }) =>
      isBothWays
        ? 'kind "Serialize" has one direction: Pacemaker ignores symmetrical="true"'
        : 'kind "Serialize" has one direction: the first always starts first, and the other waits forever if it cannot start',
    hint: () => 'use kind="Optional" if the second may start without the first',
  }),
  'vip-before-service': entry({
    severity: 'warning',
    about:
      'A Mandatory order starts a virtual IP before a service that runs on several nodes. Every move of the address then interrupts the service.',
    message: ({ vip, service, restarts }: { vip: string; service: string; restarts: boolean }) =>
      restarts
        ? `${quote(service)} depends on the virtual IP ${quote(vip)}: it restarts on all nodes whenever the address moves or fails, and runs nowhere while the address cannot run`
        : `${quote(service)} depends on the virtual IP ${quote(vip)}: it starts nowhere while the address cannot run`,
    hint: () => 'use kind="Optional": the address starts first, and the service then runs without it',
  }),
  'order-implied': entry({
    severity: 'info',
    about: 'An order follows from other orders and has no effect of its own.',
    message: ({ by }: { by: readonly string[] }) =>
      `the order is redundant: it follows from ${by.join(', ')}`,
    hint: () => 'remove it',
  }),
} as const
