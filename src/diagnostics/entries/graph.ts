import { entry } from '../entry.js'

type CycleWord = 'self' | 'up' | 'down' | 'mixed'

const cycleWords: Readonly<Record<CycleWord, string>> = {
  self: 'a resource waits for itself, and Pacemaker aborts on it',
  up: 'these never come up together',
  down: 'these never go down together',
  mixed: 'these never restart or move together',
}

/** What follows from orders and colocations together. */
export const graphEntries = {
  'order-cycle': entry({
    severity: 'error',
    about:
      'Actions wait for each other in a circle. Pacemaker does not notice: the resources stay half started and the log says "Transition failed: terminated".',
    message: ({ kind, steps }: { kind: CycleWord; steps: readonly string[]; relax: string | undefined }) =>
      `${cycleWords[kind]}: ${steps.join('; ')}`,
    hint: ({ relax }) => relax,
  }),
  'reference-inside-clone': entry({
    severity: 'warning',
    about:
      'A constraint names a resource inside a clone or bundle. Pacemaker ignores the constraint until the cluster has run that resource, and then takes the name for the whole clone or bundle; the name of a group inside a clone it never takes.',
    message: ({ id, top, isGroup }: { id: string; top: string; isGroup: boolean }) =>
      isGroup
        ? `${id} is inside ${top}, and Pacemaker ignores a constraint that names it`
        : `${id} is inside ${top}; until it has run, Pacemaker ignores a constraint that names it`,
    hint: ({ top }) => `name ${top} instead`,
  }),
  'order-then-action-missing': entry({
    severity: 'warning',
    about:
      'An order after a promotion or demotion leaves out then-action, so that it is promote or demote too, which the other resource never does: the order does nothing.',
    message: ({ then, action }: { then: string; action: string }) =>
      `then-action is left out and so is ${action}, which ${then} never does: the order does nothing`,
    hint: ({ action }) => `say then-action="${action === 'promote' ? 'start' : 'stop'}"`,
  }),
  'order-on-missing-action': entry({
    severity: 'warning',
    about: 'An order is about the promotion or demotion of a resource that has no roles.',
    message: ({ id, action, then }: { id: string; action: string; then: string | undefined }) =>
      then === undefined
        ? `${id} has no roles and no ${action}; the order does nothing`
        : `${id} has no roles and no ${action}; ${then} waits for it for ever`,
    hint: ({ id }) => `order the start or stop of ${id}, or make it a promotable clone`,
  }),
  'order-serialize': entry({
    severity: 'info',
    about:
      'An order of kind Serialize is no "one at a time": the first always comes first where both start, and nothing holds between their stops.',
    message: ({ isBothWays }: { isBothWays: boolean }) =>
      isBothWays
        ? 'Serialize has one direction; Pacemaker ignores symmetrical="true" on it'
        : 'Serialize has one direction: the first always starts first, and the other waits for ever if it cannot',
    hint: () => 'take kind="Optional" where the one need not wait for a start that cannot come',
  }),
  'vip-before-service': entry({
    severity: 'warning',
    about:
      'A Mandatory order puts a virtual IP before a service that runs on several nodes, so that the service hangs on every move of the address.',
    message: ({ vip, service, restarts }: { vip: string; service: string; restarts: boolean }) =>
      restarts
        ? `whenever ${vip} moves or fails, ${service} is restarted on all nodes; where ${vip} cannot run, ${service} runs nowhere`
        : `where ${vip} cannot run, ${service} starts nowhere`,
    hint: () => 'kind="Optional" starts the address first and leaves the service alone afterwards',
  }),
  'order-implied': entry({
    severity: 'info',
    about: 'An order says nothing that other orders do not say already.',
    message: ({ by }: { by: readonly string[] }) => `follows from ${by.join(', ')}`,
    hint: () => 'it can be left out',
  }),
} as const
