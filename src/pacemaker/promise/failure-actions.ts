import type { EventQuestion } from '../../model/index.js'
import { countedActions } from '../event/outcome.js'
import { subjectOf } from '../event/subject.js'
import { failedAgents, type Observed } from './observed.js'

type Question = Extract<EventQuestion, { readonly kind: 'failure-stays-within' }>

/** That one failed instance causes more actions than allowed, or work that never ends. */
export function actionsBreak({ failing, actions }: Question, observed: Observed): string | undefined {
  const { cluster, event, rest } = observed
  if (event.kind !== 'failure' && event.kind !== 'failure-for-good') return undefined
  const { agents } = subjectOf(cluster, failing)
  if (!failedAgents(event).some((id) => agents.includes(id))) return undefined
  if (rest.outcome !== 'settled') return `the cluster does not come to rest: the scheduler is ${rest.outcome}`
  const count = countedActions(rest.actions).length
  return count <= actions ? undefined : `${count} actions follow, and at most ${actions} are allowed`
}
