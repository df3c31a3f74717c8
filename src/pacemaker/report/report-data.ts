import { type Cluster, nodesOf, resourcesOf } from '../../model/index.js'
import type { Box } from '../../render/parts/boxes.js'
import { visible } from '../../render/parts/label.js'
import type { Picture } from '../../render/picture/picture.js'
import type { ClusterStatus } from '../cluster-status.js'
import { type Event, eventTitles } from '../event/event.js'
import type { Exploration, ExploredEvent } from '../explore/explore.js'

/** Where a resource is on one node: by the place of the node in the list. */
type Place = readonly [node: number, role: 'Started' | 'Promoted' | 'Unpromoted']

/** What happens to a resource: of several things the first of these. */
type Effect = 'stops' | 'moves' | 'promotes' | 'restarts' | 'loses'

/** A resource as a column of the table and a box of the picture. */
interface Column {
  readonly id: string
  /** The key of its box. */
  readonly key: string
}

interface ReportEvent {
  readonly words: string
  /** How many others are like it. */
  readonly like: number
  readonly actions: number
  readonly problems: readonly string[]
  /** Nodes that are not online, by their places. */
  readonly down: readonly number[]
  /** Where each column is, in the order of the columns; absent after a crash. */
  readonly places?: readonly (readonly Place[])[]
  /** What happens to columns, by their places. */
  readonly effects: Readonly<Record<number, Effect>>
}

/** What the script of the page reads: texts to show, and places in lists. */
interface ReportData {
  readonly nodes: readonly string[]
  readonly columns: readonly Column[]
  readonly start: readonly (readonly Place[])[]
  readonly groups: readonly { readonly title: string; readonly events: readonly ReportEvent[] }[]
}

/** A column, and whether something that is active belongs to it. */
type Agents = Column & { readonly has: (id: string) => boolean }

/** The data of the page. */
export function reportData(cluster: Cluster, { boxes }: Picture, exploration: Exploration): ReportData {
  const { start, events } = exploration
  const nodes = [...new Set([...nodesOf(cluster).map(({ uname = '' }) => uname), ...start.online])]
  const columns = columnsOf(cluster, boxes)
  const placesIn = ({ active }: ClusterStatus) =>
    columns.map(({ has }) =>
      active.flatMap(({ id, node, role }): readonly Place[] =>
        has(id) && nodes.includes(node) ? [[nodes.indexOf(node), role]] : [],
      ),
    )
  const before = placesIn(start)
  const eventOf = (event: ExploredEvent): ReportEvent => {
    const { status, broken, outcome } = event
    const places = status && placesIn(status)
    const problems = [
      ...(outcome === 'settled' ? [] : [`the cluster does not come to rest: the scheduler is ${outcome}`]),
      ...broken,
    ]
    return {
      words: visible(event.event),
      like: event.count - 1,
      actions: event.actions,
      problems: problems.map(visible),
      down:
        status === undefined ? [] : nodes.flatMap((node, at) => (status.online.includes(node) ? [] : [at])),
      ...(places && { places }),
      effects: places === undefined ? {} : effectsOf(columns, before, places, event.restarted),
    }
  }
  const kinds = Object.keys(eventTitles) as Event['kind'][]
  return {
    nodes: nodes.map(visible),
    columns: columns.map(({ id, key }) => ({ id: visible(id), key })),
    start: before,
    groups: kinds.flatMap((kind) => {
      const ofKind = events.filter((event) => event.kind === kind)
      return ofKind.length === 0 ? [] : [{ title: eventTitles[kind], events: ofKind.map(eventOf) }]
    }),
  }
}

/** A column for each box of something that runs, those of the members of a group. */
function columnsOf(cluster: Cluster, boxes: readonly Box[]): readonly Agents[] {
  const bundles = new Map(
    resourcesOf(cluster).flatMap((each) => (each.element === 'bundle' ? [[each.id, each] as const] : [])),
  )
  const running = new Set(['primitive', 'clone', 'promotable', 'group', 'bundle'])
  return boxes
    .filter(({ kind }) => running.has(kind))
    .flatMap((box) => (box.members.length > 0 ? box.members : [box]))
    .map(({ id, key, inside }) => {
      const bundle = bundles.get(id)
      const prefix = bundle && `${id}-${bundle.container.element}-`
      const has = (active: string) =>
        prefix === undefined ? active === id || inside.includes(active) : active.startsWith(prefix)
      return { id, key, has }
    })
}

function effectsOf(
  columns: readonly Agents[],
  before: readonly (readonly Place[])[],
  after: readonly (readonly Place[])[],
  restarted: readonly string[],
): ReportEvent['effects'] {
  return Object.fromEntries(
    columns.flatMap(({ has }, at) => {
      const effect = effectOf(before[at] ?? [], after[at] ?? [], restarted.some(has))
      return effect === undefined ? [] : [[at, effect]]
    }),
  )
}

function effectOf(
  before: readonly Place[],
  after: readonly Place[],
  isRestarted: boolean,
): Effect | undefined {
  const isNew = (places: readonly Place[], others: readonly Place[]) =>
    places.some(([node]) => !others.some(([other]) => other === node))
  const promoted = (places: readonly Place[]) => places.filter(([, role]) => role === 'Promoted')
  if (before.length > 0 && after.length === 0) return 'stops'
  if (isNew(after, before)) return 'moves'
  if (isNew(promoted(after), promoted(before))) return 'promotes'
  if (isRestarted) return 'restarts'
  return isNew(before, after) || isNew(promoted(before), promoted(after)) ? 'loses' : undefined
}
