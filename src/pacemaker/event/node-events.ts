import { type Cluster, nodesOf } from '../../model/index.js'
import type { Event } from './event.js'
import { subjectOf } from './subject.js'

/** Which nodes change, and how. */
export interface NodeEventOptions {
  /** The most nodes that change at once. */
  readonly most: number
  /** Resources that fail for good on nodes, in every combination with nodes that are down. */
  readonly failing: readonly FailingResource[]
  /** The nodes, those together of which one represents all. */
  readonly classes: readonly (readonly string[])[]
}

/** A resource that fails, and the most nodes that change at once where it does; default as many as change at all. */
export interface FailingResource {
  readonly id: string
  readonly most?: number
}

/** A change of a node: down, or up with this failed there for good. */
type Change = 'down' | { readonly failed: string; readonly most: number }

/** Every combination of changed nodes, the fewest first; of those that are alike, one. */
export function nodeEvents(cluster: Cluster, { most, failing, classes }: NodeEventOptions): readonly Event[] {
  // What failed comes first: of equal nodes, the first by name is the one to which others move.
  const changes: readonly Change[] = [
    ...failing.map(({ id, most: own = most }) => ({ failed: id, most: own })),
    'down',
  ]
  const agents = new Map(failing.map(({ id }) => [id, subjectOf(cluster, id).agents]))
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
    .filter(({ changed }) =>
      changed.every(({ change }) => change === 'down' || changed.length <= change.most),
    )
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
