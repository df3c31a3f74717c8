import { type Cluster, isPromotable, type Policy, primitivesOf, resourcesOf } from '../../model/index.js'
import type { ClusterStatus } from '../cluster-status.js'
import { type Event, happening } from '../event/event.js'
import { type Difference, differenceOf } from '../event/outcome.js'
import { equalPromotionScores } from '../event/promotion.js'
import { agentsIn } from '../event/subject.js'
import { type Beginning, beginning } from '../explore/beginning.js'
import { type Rest, type Scheduler, schedulerIn } from '../scheduler.js'
import { type TimeLimit, usualLimit } from '../simulate.js'
import { cibText, startOf } from '../start.js'
import { eachOf } from '../tool/at-once.js'
import { inWorkplace } from '../tool/workplace.js'
import { mapPair, type Pair } from './pair.js'
import { type PlacementDifference, placementDifferences } from './placement-difference.js'
import { sharedEvents } from './shared-events.js'
import { type ClusterSize, sizeOf } from './size.js'

export interface CompareOptions extends TimeLimit {
  /** The second resources of these fail for good too, in every combination with nodes that are down; default those of both clusters. */
  readonly policies?: readonly Policy[]
  /** Events that are left after so many milliseconds are not looked at; default 600,000. */
  readonly timeLimit?: number
  /** Called when an event is done. */
  readonly onProgress?: (done: number, all: number) => void
}

/** What the same event does to two clusters. */
export interface ComparedEvent {
  readonly kind: Event['kind']
  readonly event: string
  /** How many events it represents. */
  readonly count: number
  readonly outcomes: Pair<'settled' | 'stuck' | 'crashed'>
  /** How often something is started, stopped, promoted, demoted, migrated or fenced. */
  readonly actions: Pair<number>
  /** What stops, for good or to start again there, beside the resource that the event is about. */
  readonly stops: Pair<readonly string[]>
  /** What both clusters have, and runs elsewhere in the second one. */
  readonly differences: readonly PlacementDifference[]
}

/** What no longer runs where a promotable clone or bundle gets no promotion score. */
export interface UnpromotedResource {
  readonly id: string
  readonly stops: Pair<readonly string[]>
}

/** Two clusters beside each other. */
export interface Comparison {
  readonly sizes: Pair<ClusterSize>
  /** The primitives and containers that both have. */
  readonly shared: readonly string[]
  readonly events: readonly ComparedEvent[]
  readonly unpromoted: readonly UnpromotedResource[]
  /** Events for which the time was too short. */
  readonly left: number
}

/**
 * Whether two clusters do the same with what both have, by the real scheduler: nodes down in every combination, each shared
 * resource failing, restarted or disabled, standby, stop of all; and how many actions each needs. Rejects with
 * `PacemakerError` where Pacemaker gives no answer, or the clusters have different nodes.
 *
 * @example
 * ```ts
 * const [db, web] = [systemd('db'), systemd('web')]
 * const nodes = ['node1', 'node2']
 * const full = cluster({ nodes, resources: [db, web], constraints: [order(db, web)] })
 * const light = cluster({ nodes, resources: [db, web] })
 * const { events } = await compare(full, light)
 * const other = events.filter(({ differences }) => differences.length > 0)
 * ```
 */
export async function compare(a: Cluster, b: Cluster, options: CompareOptions = {}): Promise<Comparison> {
  const { limit = usualLimit, timeLimit = 600_000, onProgress } = options
  const clusters: Pair<Cluster> = [a, b]
  const deadline = Date.now() + timeLimit
  return inWorkplace(async (workplace) => {
    const scheduler = schedulerIn(workplace, limit)
    const starts = [await beginning(a, scheduler, {}), await beginning(b, scheduler, {})] as const
    const [agents, others] = mapPair(clusters, agentsIn)
    const shared = agents.filter((id) => others.includes(id))
    const questions = questionsOf(clusters, options.policies)
    const ids = mapPair(clusters, idsIn)
    const failing = [...new Set(questions.map(({ withRsc }) => withRsc))].filter((id) =>
      ids.every((all) => all.has(id)),
    )
    const events = sharedEvents(starts, questions, failing)
    let done = 0
    const explored = await eachOf(events, async (event) => {
      const result =
        Date.now() > deadline ? undefined : await compared(event, starts, scheduler, new Set(shared))
      done += 1
      onProgress?.(done, events.length)
      return result
    })
    const all = explored.filter((each) => each !== undefined)
    return {
      sizes: mapPair(clusters, sizeOf),
      shared,
      events: all,
      unpromoted: await unpromotedIn(clusters, starts, scheduler),
      left: events.length - all.length,
    }
  })
}

function questionsOf(clusters: Pair<Cluster>, policies: readonly Policy[] | undefined) {
  return clusters.flatMap((cluster) =>
    (policies ?? cluster.policies ?? []).flatMap(({ questions }) => (questions?.(cluster) ?? []).flat()),
  )
}

function idsIn(cluster: Cluster): ReadonlySet<string> {
  return new Set(
    resourcesOf(cluster).flatMap((resource) => [
      resource.id,
      ...primitivesOf(resource).map(({ id }) => id),
      ...('resource' in resource ? [resource.resource.id] : []),
    ]),
  )
}

async function compared(
  event: Event,
  starts: Pair<Beginning>,
  scheduler: Scheduler,
  shared: ReadonlySet<string>,
): Promise<ComparedEvent> {
  const rests = (await Promise.all(
    starts.map(({ cluster }) => scheduler.rest(cibText(happening(cluster, event)))),
  )) as [Rest, Rest]
  const own = new Set([event.failing?.id, ...subjectIds(starts[0].cluster, event.id)])
  const effects = mapPair([0, 1] as const, (at): Difference => {
    const { status, actions } = rests[at]
    return differenceOf(starts[at].status, status ?? starts[at].status, actions)
  })
  const [one, other] = mapPair(rests, ({ status }) => status)
  return {
    kind: event.kind,
    event: event.words,
    count: event.count,
    outcomes: mapPair(rests, ({ outcome }) => outcome),
    actions: mapPair(effects, ({ actions }) => actions),
    stops: mapPair(effects, ({ stopped, restarted }) =>
      [...new Set([...stopped, ...restarted])].filter((id) => !own.has(id)).sort(),
    ),
    differences: one === undefined || other === undefined ? [] : placementDifferences([one, other], shared),
  }
}

/** What belongs to the resource that an event is about. */
function subjectIds(cluster: Cluster, id: string | undefined): readonly string[] {
  if (id === undefined) return []
  const resource = resourcesOf(cluster).find((each) => each.id === id)
  return [id, ...(resource === undefined ? [] : agentsIn(cluster, [resource]))]
}

/** What no longer runs where one of the promotable resources that both have gets no promotion score. */
async function unpromotedIn(
  clusters: Pair<Cluster>,
  starts: Pair<Beginning>,
  scheduler: Scheduler,
): Promise<readonly UnpromotedResource[]> {
  const [ids, others] = mapPair(clusters, (cluster) =>
    resourcesOf(cluster)
      .filter(isPromotable)
      .map(({ id }) => id),
  )
  return eachOf(
    ids.filter((id) => others.includes(id)),
    async (id) => ({
      id,
      stops: (await Promise.all(
        [0, 1].map((at) =>
          stopsWithout(id, clusters[at] as Cluster, (starts[at] as Beginning).status, scheduler),
        ),
      )) as [readonly string[], readonly string[]],
    }),
  )
}

async function stopsWithout(
  id: string,
  cluster: Cluster,
  { active }: ClusterStatus,
  scheduler: Scheduler,
): Promise<readonly string[]> {
  const resource = resourcesOf(cluster).find((each) => each.id === id)
  const promotionScores = equalPromotionScores(cluster)
  const inside = resource === undefined ? [] : primitivesOf(resource).map((primitive) => primitive.id)
  const scores = Object.fromEntries(
    Object.entries(promotionScores).filter(([name]) => !inside.includes(name)),
  )
  const { rest } = await startOf(cluster, scheduler, { promotionScores: scores })
  const running = new Set(rest?.status?.active.map((each) => each.id))
  return [...new Set(active.map((each) => each.id))].filter(
    (each) => !running.has(each) && !inside.includes(each),
  )
}
