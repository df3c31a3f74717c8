import type { EventQuestion } from '../../model/index.js'
import type { ClusterStatus } from '../cluster-status.js'
import { innerAgents, subjectOf } from '../event/subject.js'
import type { Observed } from './observed.js'

type Question = Extract<EventQuestion, { readonly kind: 'recovers' }>

const failures = new Set(['nodes', 'failure', 'failure-for-good', 'standby', 'move'])

/** That a resource does not run after no more failures than it has to survive, in words. */
export function doesNotRecover({ rsc, within }: Question, observed: Observed): string | undefined {
  const { cluster, event, before, rest } = observed
  const { down = [], failed = {} } = event.changes ?? {}
  const changed = event.kind === 'nodes' ? new Set([...down, ...Object.keys(failed)]).size : 1
  const isNothing = event.kind === 'nodes' && changed === 0
  if (!failures.has(event.kind) || (changed > within && !isNothing)) return undefined
  if (rest.outcome !== 'settled' || rest.status === undefined) {
    return `the cluster does not come to rest: the scheduler is ${rest.outcome}`
  }
  const { agents, bundle } = subjectOf(cluster, rsc)
  const runs = (id: string) => rest.status?.active.some((each) => each.id === id) === true
  const stopped = agents.filter((id) => !runs(id))
  // One replica of a bundle is enough.
  if (bundle === undefined ? stopped.length > 0 : stopped.length === agents.length) {
    return `"${stopped[0]}" runs nowhere`
  }
  const own = innerAgents(cluster, rsc)
  const isPromoted = ({ active }: ClusterStatus) =>
    active.some(({ id, role }) => own.includes(id) && role === 'Promoted')
  return isPromoted(before) && !isPromoted(rest.status) ? `"${rsc}" is promoted nowhere` : undefined
}
