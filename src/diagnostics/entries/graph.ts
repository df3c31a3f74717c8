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
} as const
