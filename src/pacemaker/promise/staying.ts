import type { EventQuestion } from '../../model/index.js'
import type { Action } from '../action.js'
import { innerAgents, subjectOf } from '../event/subject.js'
import type { Transition } from '../scheduler.js'
import { failedAgents, type Observed } from './observed.js'

type Question = Extract<EventQuestion, { readonly kind: 'stays-until' }>

const operators = new Set(['disable', 'stop-all'])

/** Where a resource is stopped before another runs, or need not wait for it, in words; where it has the choice. */
export function leavesEarly(question: Question, observed: Observed): string | undefined {
  if (!isAsked(question, observed)) return undefined
  const { cluster, event, rest } = observed
  const own = innerAgents(cluster, question.rsc)
  const { agents } = subjectOf(cluster, question.until)
  const { down = [], standby = [] } = event.changes ?? {}
  for (const transition of rest.transitions) {
    for (const { action, earlier } of transition.stops) {
      const { resource = '', node } = action
      if (!own.includes(resource) || down.includes(node) || standby.includes(node)) continue
      const missing = agents.find((id) => !runsThen(id, transition, earlier))
      if (missing === undefined) continue
      const starts = transition.actions.some(
        ({ operation, resource: id }) => operation === 'start' && id === missing,
      )
      return starts
        ? `"${resource}" stops on "${node}" without waiting for the start of "${missing}"`
        : `"${resource}" stops on "${node}" while "${missing}" does not run`
    }
  }
  return undefined
}

/** False where it is its own failure, an operator's wish, or a failure on all nodes of something else. */
function isAsked({ rsc, until }: Question, { cluster, event }: Observed): boolean {
  if (operators.has(event.kind)) return false
  const own = subjectOf(cluster, rsc).agents
  const subject = event.id === undefined ? [] : subjectOf(cluster, event.id).agents
  const failed = failedAgents(event)
  if ([...subject, ...failed].some((id) => own.includes(id))) return false
  const others = subjectOf(cluster, until).agents
  return event.kind !== 'failure-everywhere' || failed.some((id) => others.includes(id))
}

/** True where an agent has started before that, or runs all the time. */
function runsThen(id: string, { before, actions }: Transition, earlier: readonly Action[]): boolean {
  const isOf = (wanted: string) => (action: Action) => action.operation === wanted && action.resource === id
  if (earlier.some(isOf('start'))) return true
  return before.active.some(
    (each) => each.id === id && !actions.some((action) => isOf('stop')(action) && action.node === each.node),
  )
}
