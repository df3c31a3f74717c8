import { readCib } from '../../cib/index.js'
import { quote } from '../../diagnostics/quote.js'
import type { Cluster } from '../../model/index.js'
import type { Cause } from '../cause/cause.js'
import { fencingCauses, propertyCauses, quorumCauses } from '../cause/cluster-causes.js'
import { withMeta, withNodeOnline, withoutAttribute, withoutStatus } from '../cause/edit.js'
import type { ClusterStatus } from '../cluster-status.js'
import { type Difference, differenceOf } from '../event/outcome.js'
import { type Rest, type Scheduler, schedulerIn } from '../scheduler.js'
import { type TimeLimit, usualLimit } from '../simulate.js'
import { cibText, startOf } from '../start.js'
import { withNodeChanges } from '../status/synthetic-status.js'
import { PacemakerError } from '../tool/pacemaker-error.js'
import { inWorkplace } from '../tool/workplace.js'
import { askedResource } from './asked-resource.js'

/** Something that could happen to a cluster. */
export type Supposition =
  | { readonly node: string; readonly change: 'down' | 'standby' | 'up' }
  | { readonly resource: string; readonly change: 'disabled' }
  | { readonly resource: string; readonly change: 'failed'; readonly node: string }

/** What keeps Pacemaker from doing more. */
type Limit = Omit<Cause, 'lift'>

/** What would follow. */
export interface Consequences extends Difference {
  readonly outcome: 'settled' | 'stuck' | 'crashed'
  /** Of what concerns all resources (no fencing device, no quorum, maintenance-mode), that without which more would be done. */
  readonly limitedBy: readonly Limit[]
}

const supposition = /^(\S+) (?:(down|standby|up|disabled)|(failed) on (\S+))$/

/** True for what `parseSupposition` reads. */
export function isSupposition(text: string): boolean {
  return supposition.test(text)
}

/** Reads `NODE down`, `NODE standby`, `NODE up`, `RESOURCE disabled` or `RESOURCE failed on NODE`. */
export function parseSupposition(text: string): Supposition {
  const [, subject = '', change, failed, node = ''] = supposition.exec(text) ?? []
  if (failed !== undefined) return { resource: subject, change: 'failed', node }
  if (change === 'disabled') return { resource: subject, change }
  if (change !== undefined) return { node: subject, change: change as 'down' | 'standby' | 'up' }
  throw new PacemakerError(
    `${quote(text)} is nothing that can happen: expected NODE down, NODE standby, NODE up, RESOURCE disabled or RESOURCE failed on NODE`,
  )
}

/**
 * What the scheduler would do if that happened to a cluster whose CIB has a status, after all that is left to do now. A
 * resource that failed has failed for good there. Rejects with `PacemakerError` where Pacemaker gives no answer or there is
 * no such node, and with `UnknownResourceError` where there is no such resource.
 */
export async function whatIf(
  cluster: Cluster,
  supposed: Supposition,
  { limit = usualLimit }: TimeLimit = {},
): Promise<Consequences> {
  if ('resource' in supposed) askedResource(cluster, supposed.resource)
  return inWorkplace(async (workplace) => {
    const scheduler = schedulerIn(workplace, limit)
    const start = await startOf(cluster, scheduler, { start: 'status' })
    const rest = await scheduler.rest(cibText(start.cluster))
    const settled = rest.cib === undefined ? undefined : readCib(rest.cib).output
    if (settled === undefined || rest.status === undefined) {
      throw new PacemakerError(`the cluster does not come to rest: the scheduler is ${rest.outcome}`)
    }
    if ('node' in supposed) requireNode(settled, supposed.node)
    const happened = supposing(settled, supposed)
    const next = await scheduler.rest(cibText(happened))
    const none: ClusterStatus = { online: [], active: [] }
    const difference = differenceOf(rest.status, next.status ?? none, next.actions)
    return {
      outcome: next.outcome,
      ...difference,
      limitedBy: await limitsOf(cluster, happened, next, scheduler),
    }
  })
}

/** What in the cluster keeps the scheduler from more when it has happened: without it other resources are active then. */
async function limitsOf(
  cluster: Cluster,
  happened: Cluster,
  { status }: Rest,
  scheduler: Scheduler,
): Promise<readonly Limit[]> {
  const causes = [...propertyCauses(cluster), ...fencingCauses(cluster), ...quorumCauses(cluster, false)]
  const without = await Promise.all(causes.map(({ lift }) => scheduler.rest(cibText(lift(happened)))))
  const decides = causes.filter(
    (_, at) => JSON.stringify(without[at]?.status?.active) !== JSON.stringify(status?.active),
  )
  return decides.map(({ lift: _, ...cause }) => cause)
}

function requireNode(cluster: Cluster, node: string): void {
  const states = cluster.status?.children.flatMap(({ attributes }) => attributes) ?? []
  const names = [...(cluster.configuration.nodes?.items.map(({ uname }) => uname) ?? [])]
  if (names.includes(node) || states.some(([name, value]) => name === 'uname' && value === node)) return
  throw new PacemakerError(`the cluster has no node ${quote(node)}`)
}

function supposing(cluster: Cluster, supposed: Supposition): Cluster {
  switch (supposed.change) {
    case 'down':
      return withNodeChanges(cluster, { down: [supposed.node] })
    case 'standby':
      return withNodeChanges(cluster, { standby: [supposed.node] })
    case 'up': {
      const online = withNodeOnline(supposed.node)(cluster)
      return withoutAttribute(supposed.node, 'standby')(withoutStatus(['standby'], supposed.node)(online))
    }
    case 'failed':
      return withNodeChanges(cluster, { failed: { [supposed.node]: [supposed.resource] } })
    case 'disabled':
      return withMeta(supposed.resource, 'target-role', 'Stopped')(cluster)
  }
}
