import { nodesOf } from '../../model/index.js'
import type { Placement } from '../colocation/placement.js'
import { nodesInMaintenance } from '../resource/managed.js'
import { propertyOf } from '../resource/meta-attributes.js'

/** How a node is: up, down, or up with the awaited resource failed there for good. */
export type NodeState = 'up' | 'down' | 'failed'

/** The state of each node by its name. */
export type States = Readonly<Record<string, NodeState>>

/** A state of the cluster in which one resource may run without another. */
export interface CandidateState {
  readonly states: States
  /** The nodes where the resource itself has failed for good. */
  readonly rscFailed: readonly string[]
}

/**
 * The states worth a trial, the plainest first; where quorum counts, only those that keep it. What runs on a node in
 * maintenance stays as it is, so that such a node is down in each.
 */
export function candidateStates({ cluster, locations }: Placement): CandidateState[] {
  const { nodes } = locations
  const members = nodes.filter((node) => locations.hostOf(node) === undefined)
  const all = Math.max(members.length, nodesOf(cluster).length)
  const needsQuorum = propertyOf(cluster, 'no-quorum-policy') !== 'ignore' && all > 2
  const only = (node: string, state: NodeState, others: NodeState): States =>
    Object.fromEntries(nodes.map((name) => [name, name === node ? state : stateOf(name, others)]))
  /** Remote and guest nodes are up with their hosts. */
  const stateOf = (name: string, state: NodeState) =>
    state === 'down' && locations.hostOf(name) !== undefined ? 'failed' : state
  const backwards = [...nodes].reverse()
  const plain = [
    ...backwards.map((node) => only(node, 'failed', 'down')),
    only('', 'up', 'failed'),
    ...backwards.map((node) => only(node, 'failed', 'up')),
    ...backwards.map((node) => only(node, 'up', 'down')),
  ].map((states) => ({ states, rscFailed: [] }))
  const pinned = backwards.map((node) => ({
    states: only(node, 'failed', 'up'),
    rscFailed: nodes.filter((other) => other !== node),
  }))
  const separate = backwards.flatMap((node) =>
    nodes
      .filter((other) => other !== node)
      .map((other) => ({
        states: only(other, 'up', 'failed'),
        rscFailed: nodes.filter((name) => name !== node),
      })),
  )
  const hasQuorum = ({ states }: CandidateState) =>
    2 * members.filter((node) => states[node] !== 'down').length > all
  const inMaintenance = nodesInMaintenance(cluster)
  return [...plain, ...pinned, ...separate]
    .map((candidate) => ({
      ...candidate,
      states: {
        ...candidate.states,
        ...Object.fromEntries(inMaintenance.map((node) => [node, 'down' as const])),
      },
    }))
    .filter((candidate) => !needsQuorum || hasQuorum(candidate))
}
