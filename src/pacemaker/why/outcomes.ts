import type { Cluster } from '../../model/index.js'
import type { Cause } from '../cause/cause.js'
import type { ClusterStatus } from '../cluster-status.js'
import { nodesOfSubject, type Subject, subjectOf } from '../event/subject.js'
import type { PlannedAction, Rest, Scheduler } from '../scheduler.js'
import { cibText } from '../start.js'

/** What the scheduler makes of a cluster without some causes. */
export interface Outcomes {
  /** The nodes where a resource is when nothing is left to do. */
  readonly nodesWithout: (causes: readonly Cause[]) => Promise<readonly string[]>
  /** What is planned for it next, as a text that is equal where the plans are. */
  readonly planWithout: (causes: readonly Cause[]) => Promise<string>
  /** The nodes where it is in the cluster as it is when nothing is left to do. */
  readonly nodes: readonly string[]
  /** The nodes where it is before anything is done. */
  readonly nodesBefore: readonly string[]
  readonly before: ClusterStatus
}

const none: ClusterStatus = { online: [], active: [] }

/** Lets the scheduler work on a cluster and on the same without some causes; nothing is simulated twice. */
export async function outcomesOf(
  cluster: Cluster,
  id: string,
  scheduler: Scheduler,
  role?: 'Promoted',
): Promise<Outcomes> {
  const subject = subjectOf(cluster, id)
  const placed = (status: ClusterStatus) => placement(subject, status, role)
  const known = new Map<string, Promise<Rest>>()
  const numbers = new Map<Cause, number>()
  const keyOf = (cause: Cause) => {
    const number = numbers.get(cause) ?? numbers.size
    numbers.set(cause, number)
    return number
  }
  const without = (causes: readonly Cause[]) =>
    cibText(causes.reduce((changed, cause) => cause.lift(changed), cluster))
  const restWithout = (causes: readonly Cause[]): Promise<Rest> => {
    const key = causes
      .map(keyOf)
      .sort((a, b) => a - b)
      .join()
    const rest = known.get(key) ?? scheduler.rest(without(causes))
    known.set(key, rest)
    return rest
  }
  const { before = none, status = none } = await restWithout([])
  return {
    nodesWithout: async (causes) => placed((await restWithout(causes)).status ?? none),
    planWithout: async (causes) => planFor(subject, await scheduler.plan(without(causes))),
    nodes: placed(status),
    nodesBefore: placed(before),
    before,
  }
}

/** The nodes where all that a resource runs is active, or Promoted; of a bundle, any of its containers. */
function placement(subject: Subject, status: ClusterStatus, role: 'Promoted' | undefined): readonly string[] {
  const { agents, bundle } = subject
  const { active } = status
  if (role !== undefined && bundle !== undefined) return nodesOfSubject(subject, status, role)
  const isOn = (id: string, node: string) =>
    active.some((each) => each.id === id && each.node === node && (role ?? each.role) === each.role)
  const nodes = [...new Set(active.map(({ node }) => node))].sort()
  return nodes.filter((node) =>
    bundle === undefined ? agents.every((id) => isOn(id, node)) : agents.some((id) => isOn(id, node)),
  )
}

/** What is planned for what a resource runs; where that is in a bundle, for all. */
function planFor({ agents, bundle }: Subject, plan: readonly PlannedAction[] | undefined): string {
  if (plan === undefined) return 'crashed'
  const own = plan.filter(({ resource }) => bundle !== undefined || agents.includes(resource))
  return own
    .map(({ resource, words }) => `${resource} ${words}`)
    .sort()
    .join('\n')
}
