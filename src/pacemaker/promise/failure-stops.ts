import type { EventQuestion } from '../../model/index.js'
import { innerAgents, subjectOf } from '../event/subject.js'
import { failedAgents, type Observed } from './observed.js'

type Question = Extract<EventQuestion, { readonly kind: 'failure-never-stops' }>

/** Where a failure stops or demotes what it must not, in words: by an action, or because its node is fenced. */
export function failureStops({ failing, rsc }: Question, observed: Observed): string | undefined {
  const { cluster, event, before, rest } = observed
  const { agents } = subjectOf(cluster, failing)
  if (event.kind === 'nodes' || !failedAgents(event).some((id) => agents.includes(id))) return undefined
  if (rest.outcome === 'crashed') return 'the scheduler aborts'
  const own = innerAgents(cluster, rsc).filter((id) => !agents.includes(id))
  const action = rest.actions.find(
    ({ operation, resource = '', node }) =>
      (operation === 'demote' && own.includes(resource)) ||
      (operation === 'stop' && own.includes(resource) && !isMigrated(resource, node, observed)),
  )
  if (action !== undefined)
    return `"${action.resource}" is ${action.operation === 'stop' ? 'stopped' : 'demoted'} on "${action.node}"`
  const lost = before.active.find(
    ({ id, node }) =>
      own.includes(id) &&
      !isMigrated(id, node, observed) &&
      rest.status?.active.some((each) => each.id === id && each.node === node) === false,
  )
  return lost === undefined ? undefined : `"${lost.id}" no longer runs on "${lost.node}"`
}

/** True where it is moved live, so that its stop is only the end of that. */
function isMigrated(id: string, node: string, { rest }: Observed): boolean {
  return rest.actions.some(
    ({ operation, resource, node: from }) => operation === 'migrate_to' && resource === id && from === node,
  )
}
