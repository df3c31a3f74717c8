import {
  type Cluster,
  type EventQuestion,
  nodesOf,
  type PlacementQuestion,
  type Policy,
} from '../../model/index.js'
import type { ClusterStatus } from '../cluster-status.js'
import { type Event, happening } from '../event/event.js'
import { eventsFor } from '../event/events.js'
import { nodeClasses } from '../event/node-classes.js'
import type { FailingResource } from '../event/node-events.js'
import { type Difference, differenceOf } from '../event/outcome.js'
import { agentsIn, subjectOf } from '../event/subject.js'
import { brokenBy, idsIn } from '../promise/broken-by.js'
import { onceForEach, type Scheduler, schedulerIn } from '../scheduler.js'
import { type TimeLimit, usualLimit } from '../simulate.js'
import { cibText, type StartOptions } from '../start.js'
import { eachOf } from '../tool/at-once.js'
import { inWorkplace } from '../tool/workplace.js'
import { beginning } from './beginning.js'
import { brokenIn } from './breach.js'

export interface ExploreOptions extends StartOptions, TimeLimit {
  /** Evaluated after each event, as far as they are about where resources run or what happens; default those of the cluster. */
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
  /** Where everything is then; absent after a crash. */
  readonly status?: ClusterStatus
  /** What policies forbid and is so then, or happened, in words. */
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
  const { events, ...exploration } = await exploreWithBreaches(cluster, options)
  return { ...exploration, events: events.map(({ breaches: _, ...event }) => event) }
}

/** An event with what it breaks of what is asked about events. */
interface EventWithBreaches extends ExploredEvent {
  readonly breaches: readonly { readonly question: EventQuestion; readonly words: string }[]
}

/** The same, with the questions that each event breaks. */
export async function exploreWithBreaches(
  cluster: Cluster,
  options: ExploreOptions,
): Promise<Omit<Exploration, 'events'> & { readonly events: readonly EventWithBreaches[] }> {
  const { policies = cluster.policies ?? [], limit = usualLimit, timeLimit = 600_000, onProgress } = options
  const required = requiredBy(cluster, policies)
  const deadline = Date.now() + timeLimit
  return inWorkplace(async (workplace) => {
    const withWaits = required.ofEvents.some(({ kind }) => kind === 'stays-until')
    const scheduler = schedulerIn(workplace, limit, withWaits)
    const { cluster: start, status } = await beginning(cluster, scheduler, options)
    const size = nodesOf(start).length
    const survived = required.ofEvents.map((question) => (question.kind === 'recovers' ? question.within : 0))
    const usual = size > fewNodes ? Math.max(3, ...survived) : size
    const { nodes: most = usual, classes: inClasses = size > fewNodes } = options
    const like = nodeClasses(start, status, [...required.placements, ...required.ofEvents])
    const classes = inClasses ? like : like.flat().map((node) => [node])
    const events = eventsFor(start, status, { most, failing: failingIn(required), classes })
    const active = new Set(status.active.map(({ id }) => id))
    const rest = onceForEach(scheduler)
    let done = 0
    const explored = await eachOf(events, async (event) => {
      const result =
        Date.now() > deadline
          ? undefined
          : await exploredEvent(event, start, status, { rest }, required, active)
      done += 1
      onProgress?.(done, events.length)
      return result
    })
    const all = explored.filter((each) => each !== undefined)
    const neverActive = agentsIn(cluster).filter((id) => !active.has(id))
    return { start: status, events: all, neverActive, left: events.length - all.length }
  })
}

/** What policies ask, about where resources run and about events; throws `UnknownResourceError` for an id that is not there. */
function requiredBy(cluster: Cluster, policies: readonly Policy[]): Required {
  const alternatives = policies.flatMap(({ questions }) => questions?.(cluster) ?? [])
  const placements = alternatives.flat()
  const ofEvents = policies.flatMap(({ eventQuestions }) => eventQuestions?.(cluster) ?? [])
  const ids = [...placements.flatMap(({ rsc, withRsc }) => [rsc, withRsc]), ...ofEvents.flatMap(idsIn)]
  for (const id of ids) subjectOf(cluster, id)
  return { alternatives, placements, ofEvents }
}

interface Required {
  /** Of each list, one must be true in each state. */
  readonly alternatives: readonly (readonly PlacementQuestion[])[]
  readonly placements: readonly PlacementQuestion[]
  readonly ofEvents: readonly EventQuestion[]
}

/** What fails on nodes in combinations: what others run with, and what has to survive more failures than one. */
function failingIn({ placements, ofEvents }: Required): readonly FailingResource[] {
  const awaited = new Set(placements.map(({ withRsc }) => withRsc))
  const surviving = new Map<string, number>()
  for (const question of ofEvents) {
    if (question.kind !== 'recovers' || question.within < 2 || awaited.has(question.rsc)) continue
    surviving.set(question.rsc, Math.max(question.within, surviving.get(question.rsc) ?? 0))
  }
  return [...[...awaited].map((id) => ({ id })), ...[...surviving].map(([id, most]) => ({ id, most }))]
}

async function exploredEvent(
  event: Event,
  start: Cluster,
  before: ClusterStatus,
  { rest: settle }: Pick<Scheduler, 'rest'>,
  required: Required,
  active: Set<string>,
): Promise<EventWithBreaches> {
  const rest = await settle(cibText(happening(start, event)))
  const { outcome, actions, status } = rest
  for (const { id } of status?.active ?? []) active.add(id)
  const nothing: Difference = { moved: [], stopped: [], restarted: [], actions: 0 }
  const observed = { cluster: start, event, before, rest }
  const breaches = required.ofEvents.flatMap((question) => {
    const words = brokenBy(question, observed)
    return words === undefined ? [] : [{ question, words }]
  })
  return {
    kind: event.kind,
    event: event.words,
    count: event.count,
    outcome,
    ...(status === undefined ? nothing : differenceOf(before, status, actions)),
    ...(status && { status }),
    broken: [
      ...(status === undefined
        ? []
        : required.alternatives.flatMap((alternatives) => brokenIn(start, alternatives, status))),
      ...breaches.map(({ question, words }) => `${question.kind}: ${words}`),
    ],
    breaches,
  }
}
