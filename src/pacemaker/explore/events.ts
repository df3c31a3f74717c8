import { type Cluster, nodesOf, primitivesOf, type Resource, resourcesOf } from '../../model/index.js'
import type { ClusterStatus } from '../cluster-status.js'
import { type Event, isDisabled } from './event.js'
import { subjectOf } from './subject.js'

/** How many events there are, and which. */
export interface EventOptions {
  /** The most nodes that change at once. */
  readonly most: number
  /** Resources that fail for good on nodes, in every combination with nodes that are down. */
  readonly failing: readonly string[]
  /** The nodes, those together of which one represents all. */
  readonly classes: readonly (readonly string[])[]
}

/** Every event: combinations of nodes first, then single failures, standby, restarts, what is disabled, and the stop of all. */
export function eventsFor(cluster: Cluster, status: ClusterStatus, options: EventOptions): readonly Event[] {
  const { classes } = options
  const classOf = (node: string) => classes.find((like) => like.includes(node))?.[0] ?? node
  const resources = resourcesOf(cluster).filter(({ element }) => element !== 'template')
  const instances = status.active.filter(({ id }) => isConfigured(cluster, id))
  const likeInstances = grouped(instances, ({ id, node, role }) => [id, role, classOf(node)].join('\n'))
  const possible = resources.flatMap(withMembers).filter((resource) => !isDisabled(resource))
  return [
    ...nodeEvents(cluster, options),
    ...likeInstances.map(([failing, count]) => ({
      kind: 'failure' as const,
      words: `"${failing.id}" fails once on "${failing.node}"`,
      failing,
      count,
    })),
    ...likeInstances.map(([{ id, node }, count]) => ({
      kind: 'failure-for-good' as const,
      words: `"${id}" has failed for good on "${node}"`,
      changes: { failed: { [node]: [id] } },
      count,
    })),
    ...classes.map((like) => ({
      kind: 'standby' as const,
      words: `"${like[0]}" is in standby`,
      changes: { standby: like.slice(0, 1) },
      count: like.length,
    })),
    ...resources.map(({ id }) => ({ kind: 'restart' as const, words: `"${id}" is restarted`, id, count: 1 })),
    ...possible.map(({ id }) => ({ kind: 'disable' as const, words: `"${id}" is disabled`, id, count: 1 })),
    { kind: 'stop-all', words: 'all resources are stopped', count: 1 },
  ]
}

/** A change of a node: down, or up with this failed there for good. */
type Change = 'down' | { readonly failed: string }

/** Every combination of changed nodes, the fewest first; of those that are alike, one. */
function nodeEvents(cluster: Cluster, { most, failing, classes }: EventOptions): readonly Event[] {
  // What failed comes first: of equal nodes, the first by name is the one to which others move.
  const changes: readonly Change[] = [...failing.map((failed) => ({ failed })), 'down']
  const agents = new Map(failing.map((id) => [id, subjectOf(cluster, id).agents]))
  let states: readonly State[] = [{ changed: [], count: 1 }]
  for (const like of classes) {
    states = states.flatMap(({ changed, count }) =>
      countsUpTo(Math.min(like.length, most - changed.length), changes.length).map((counts) => {
        const kinds = counts.flatMap((number, index) =>
          Array.from({ length: number }, () => changes[index] as Change),
        )
        const added = kinds.map((change, at) => ({ node: like[at] as string, change }))
        return { changed: [...changed, ...added], count: count * choices(like.length, counts) }
      }),
    )
  }
  const nodes = nodesOf(cluster).map(({ uname = '' }) => uname)
  const ordered = states
    .map((state) => ({
      ...state,
      changed: [...state.changed].sort((a, b) => nodes.indexOf(a.node) - nodes.indexOf(b.node)),
    }))
    .sort((a, b) => a.changed.length - b.changed.length || compare(keyOf(a, nodes), keyOf(b, nodes)))
  return ordered.map(({ changed, count }) => nodeEvent(changed, count, agents))
}

interface State {
  readonly changed: readonly { readonly node: string; readonly change: Change }[]
  readonly count: number
}

function keyOf({ changed }: State, nodes: readonly string[]): string {
  return changed
    .map(({ node, change }) => `${String(nodes.indexOf(node)).padStart(6)} ${JSON.stringify(change)}`)
    .join()
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function nodeEvent(
  changed: State['changed'],
  count: number,
  agents: ReadonlyMap<string, readonly string[]>,
): Event {
  const failed: Record<string, readonly string[]> = {}
  for (const { node, change } of changed)
    if (change !== 'down') failed[node] = agents.get(change.failed) ?? []
  const words = changed.map(({ node, change }) =>
    change === 'down' ? `"${node}" is down` : `"${change.failed}" has failed for good on "${node}"`,
  )
  return {
    kind: 'nodes',
    words: words.length === 0 ? 'nothing happens' : words.join(', '),
    count,
    changes: { down: changed.flatMap(({ node, change }) => (change === 'down' ? [node] : [])), failed },
  }
}

/** How many of a class change in each way, up to so many together. */
function countsUpTo(most: number, ways: number): readonly (readonly number[])[] {
  if (ways === 0) return [[]]
  return Array.from({ length: most + 1 }, (_, number) => number).flatMap((number) =>
    countsUpTo(most - number, ways - 1).map((others) => [number, ...others]),
  )
}

/** In how many ways so many of each kind are chosen among the size of a class. */
function choices(size: number, counts: readonly number[]): number {
  let left = size
  return counts.reduce((product, number) => {
    const chosen = product * binomial(left, number)
    left -= number
    return chosen
  }, 1)
}

function binomial(n: number, k: number): number {
  return Array.from({ length: k }, (_, at) => at).reduce((product, at) => (product * (n - at)) / (at + 1), 1)
}

/** The first of each kind, with how many there are of it. */
function grouped<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
): readonly (readonly [Item, number])[] {
  const found = new Map<string, [Item, number]>()
  for (const item of items) {
    const known = found.get(keyOf(item))
    if (known === undefined) found.set(keyOf(item), [item, 1])
    else known[1] += 1
  }
  return [...found.values()]
}

function withMembers(resource: Resource): readonly Resource[] {
  return resource.element === 'group' ? [resource, ...resource.members] : [resource]
}

/** True for what the configuration has: Pacemaker adds addresses and connections of a bundle. */
function isConfigured(cluster: Cluster, id: string): boolean {
  return resourcesOf(cluster).some(
    (resource) =>
      primitivesOf(resource).some((primitive) => primitive.id === id) ||
      (resource.element === 'bundle' && subjectOf(cluster, resource.id).agents.includes(id)),
  )
}
