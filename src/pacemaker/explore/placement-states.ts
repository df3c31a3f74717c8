import { allNodes } from '../../graph/location/nodes.js'
import { withAncestors } from '../../graph/resource/members.js'
import { resourceIndex } from '../../graph/resource/resource-index.js'
import { type Cluster, constraintsOf } from '../../model/index.js'
import { referencesIn } from '../../model/sections.js'
import type { NodeChanges } from '../status/synthetic-status.js'

/** A state of the nodes, in words too. */
export interface PlacementState {
  readonly changes: NodeChanges
  readonly words: string
}

/** States to look at, and up to how many changed nodes that is all of them; undefined where it is all there are. */
export interface PlacementStates {
  readonly states: readonly PlacementState[]
  readonly upTo?: number
}

/** More are not looked at. */
const most = 500

/** What may have failed for good on a node: its agents, and the id by which the user knows it. */
export interface Failing {
  readonly id: string
  readonly agents: readonly string[]
}

/**
 * Every combination in which each node is up, down, or up with one of these failed there for good; of very many, those
 * with few changed nodes. Remote and guest nodes are down with what they run on.
 */
export function placementStates(cluster: Cluster, failing: readonly Failing[]): PlacementStates {
  const nodes = allNodes(resourceIndex(cluster))
  const changesOf = ({ name, host }: (typeof nodes)[number]): readonly Change[] => [
    ...(host === undefined ? [{ node: name }] : []),
    ...failing.map((failed) => ({ node: name, failed })),
  ]
  let last: readonly (readonly Change[])[] = [[]]
  const found = [...last]
  for (let count = 1; count <= nodes.length; count++) {
    last = last.flatMap((changed) => {
      const after = nodes.findIndex(({ name }) => name === changed.at(-1)?.node)
      return nodes.slice(after + 1).flatMap((node) => changesOf(node).map((change) => [...changed, change]))
    })
    if (found.length + last.length > most) return { states: found.map(stateOf), upTo: count - 1 }
    found.push(...last)
  }
  return { states: found.map(stateOf) }
}

/** A node that is down, or where something has failed. */
interface Change {
  readonly node: string
  readonly failed?: Failing
}

function stateOf(changes: readonly Change[]): PlacementState {
  const failed = changes.flatMap(({ node, failed: one }) => (one === undefined ? [] : [[node, one] as const]))
  const words = changes.map(({ node, failed: one }) =>
    one === undefined ? `"${node}" is down` : `"${one.id}" has failed on "${node}"`,
  )
  return {
    changes: {
      down: changes.flatMap(({ node, failed: one }) => (one === undefined ? [node] : [])),
      failed: Object.fromEntries(failed.map(([node, { agents }]) => [node, agents])),
    },
    words: words.length === 0 ? 'everything is up' : words.join(' and '),
  }
}

/** The states in which one of these has failed for good, on one node or on all. */
export function singleFailures(cluster: Cluster, failing: readonly Failing[]): readonly PlacementState[] {
  const names = allNodes(resourceIndex(cluster)).map(({ name }) => name)
  return failing.flatMap(({ id, agents }) => [
    ...names.map((node) => stateOf([{ node, failed: { id, agents } }])),
    {
      changes: { failed: Object.fromEntries(names.map((node) => [node, agents])) },
      words: `"${id}" has failed on all nodes`,
    },
  ])
}

/** The ids of the primitives and bundles that constraints, groups and clones connect with one of these. */
export function connectedWith(cluster: Cluster, ids: readonly string[]): readonly string[] {
  const index = resourceIndex(cluster)
  const groups = [
    ...constraintsOf(cluster).map((constraint) =>
      referencesIn(constraint).flatMap((id) => [id, ...(index.membersOf(id) ?? [])]),
    ),
    ...[...index.entries].map((entry) => withAncestors(entry).map(({ id }) => id)),
  ]
  const reached = new Set(ids)
  for (let before = -1; before !== reached.size; ) {
    before = reached.size
    for (const group of groups) {
      if (group.some((id) => reached.has(id))) for (const id of group) reached.add(id)
    }
  }
  return [...index.entries]
    .filter(
      ({ id, resource }) =>
        reached.has(id) && (resource?.element === 'primitive' || resource?.element === 'bundle'),
    )
    .map(({ id }) => id)
}
