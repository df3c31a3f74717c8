import { type Cluster, nodesOf, type PlacementQuestion, type Policy } from '../../model/index.js'
import type { ClusterStatus } from '../cluster-status.js'
import { type Scheduler, schedulerIn } from '../scheduler.js'
import { type TimeLimit, usualLimit } from '../simulate.js'
import { cibText, type StartOptions } from '../start.js'
import { eachOf } from '../tool/at-once.js'
import { inWorkplace } from '../tool/workplace.js'
import { beginning } from './beginning.js'
import { brokenIn } from './breach.js'
import { type Event, happening } from './event.js'
import { eventsFor } from './events.js'
import { nodeClasses } from './node-classes.js'
import { type Difference, differenceOf } from './outcome.js'
import { agentsIn, subjectOf } from './subject.js'

export interface ExploreOptions extends StartOptions, TimeLimit {
  /** Evaluated after each event, as far as they are about where resources run; default those of the cluster. */
  readonly policies?: readonly Policy[]
  /** The most nodes that change at once; default all of up to 5, else 3. */
  readonly nodes?: number
  /** Whether one node represents those that the configuration cannot distinguish from it; default for more than 5 nodes. */
  readonly classes?: boolean
  /** Events that are left after so many milliseconds are not looked at; default 600,000. */
  readonly timeLimit?: number
  /** Called when an event is done. */
  readonly onProgress?: (done: number, all: number) => void
}

/** An event and what follows. */
export interface ExploredEvent extends Difference {
  readonly kind: Event['kind']
  readonly event: string
  /** How many events it represents. */
  readonly count: number
  readonly outcome: 'settled' | 'stuck' | 'crashed'
  /** What policies forbid and is so then, in words. */
  readonly broken: readonly string[]
}

/** What happens to a cluster in every event that matters. */
export interface Exploration {
  /** Where everything runs before. */
  readonly start: ClusterStatus
  readonly events: readonly ExploredEvent[]
  /** The primitives and containers that are active neither at the start nor after any event. */
  readonly neverActive: readonly string[]
  /** Events for which the time was too short. */
  readonly left: number
}

const fewNodes = 5

/**
 * What the real scheduler does when nodes are down in every combination, when each resource fails on each node, once and for
 * good, on standby, restarts, when each resource or all are disabled: what moves, what stops, how many actions, which policy is
 * broken. Rejects with `PacemakerError` where Pacemaker gives no answer, or the cluster does not even start, and with
 * `UnknownResourceError` where a policy names a resource that is not there.
 *
 * @example
 * ```ts
 * const vip = ocf.heartbeat.IPaddr2('vip', { ip: '192.0.2.6' })
 * const haproxy = clone(systemd('haproxy'))
 * const web = cluster({
 *   nodes: ['node1', 'node2', 'node3'],
 *   resources: [vip, haproxy],
 *   constraints: [colocation(vip, haproxy)],
 *   policies: [requireRunsOnlyWith(vip, haproxy)],
 * })
 * const { events } = await explore(web)
 * const bad = events.filter(({ broken, outcome }) => broken.length > 0 || outcome !== 'settled')
 * ```
 */
export async function explore(cluster: Cluster, options: ExploreOptions = {}): Promise<Exploration> {
  const { policies = cluster.policies ?? [], limit = usualLimit, timeLimit = 600_000, onProgress } = options
  const required = policies.flatMap(({ questions }) => questions?.(cluster) ?? [])
  for (const id of required.flat().flatMap(({ rsc, withRsc }) => [rsc, withRsc])) subjectOf(cluster, id)
  const deadline = Date.now() + timeLimit
  return inWorkplace(async (workplace) => {
    const scheduler = schedulerIn(workplace, limit)
    const { cluster: start, status } = await beginning(cluster, scheduler, options)
    const size = nodesOf(start).length
    const { nodes: most = size > fewNodes ? 3 : size, classes: inClasses = size > fewNodes } = options
    const failing = [...new Set(required.flat().map(({ withRsc }) => withRsc))]
    const like = nodeClasses(start, status, required.flat())
    const classes = inClasses ? like : like.flat().map((node) => [node])
    const events = eventsFor(start, status, { most, failing, classes })
    const active = new Set(status.active.map(({ id }) => id))
    let done = 0
    const explored = await eachOf(events, async (event) => {
      const result =
        Date.now() > deadline
          ? undefined
          : await exploredEvent(event, start, status, scheduler, required, active)
      done += 1
      onProgress?.(done, events.length)
      return result
    })
    const all = explored.filter((each) => each !== undefined)
    const neverActive = agentsIn(cluster).filter((id) => !active.has(id))
    return { start: status, events: all, neverActive, left: events.length - all.length }
  })
}

async function exploredEvent(
  event: Event,
  start: Cluster,
  before: ClusterStatus,
  scheduler: Scheduler,
  required: readonly (readonly PlacementQuestion[])[],
  active: Set<string>,
): Promise<ExploredEvent> {
  const { outcome, actions, status } = await scheduler.rest(cibText(happening(start, event)))
  for (const { id } of status?.active ?? []) active.add(id)
  const nothing: Difference = { moved: [], stopped: [], restarted: [], actions: 0 }
  return {
    kind: event.kind,
    event: event.words,
    count: event.count,
    outcome,
    ...(status === undefined ? nothing : differenceOf(before, status, actions)),
    broken:
      status === undefined ? [] : required.flatMap((alternatives) => brokenIn(start, alternatives, status)),
  }
}
