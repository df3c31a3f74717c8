import { nodesOf } from '../../model/index.js'
import { propertyOf } from '../resource/managed.js'
import { preferredNodeOf } from '../resource/preferred-node.js'
import type { Entry } from '../resource/resource-index.js'
import { isFree, needsOfAnyKind, together } from './closure.js'
import { type Closure, closureOf, feasibility, type Situation } from './feasible.js'
import type { Placement } from './placement.js'

/** How a node is: up, down, or up with the awaited resource failed there for good. */
export type NodeState = 'up' | 'down' | 'failed'

/** A state of the cluster, come to rest, in which a resource runs where the other does not. */
export interface Counterexample {
  readonly states: Readonly<Record<string, NodeState>>
  /** The service that has failed on the nodes that are `failed`. */
  readonly failed: string
  /** The nodes where the resource itself has failed for good, so that it cannot run there. */
  readonly rscFailed: readonly string[]
  /** The node where the resource runs; where there are several, one of them, and it makes no difference which. */
  readonly rsc: readonly string[]
  /** The nodes where the other runs; one of them, where it runs once. */
  readonly withRsc: readonly string[]
}

type States = Counterexample['states']

/** A state in which one service surely runs without the other; undefined where none is sure. */
export function counterexampleOf(
  rsc: Entry,
  withRsc: Entry,
  placement: Placement,
): Counterexample | undefined {
  const closure = closureOf([rsc, withRsc], placement)
  if (sizeOf(closure) > largestSearched) return undefined
  for (const failed of [...together(withRsc, closure, placement)].slice(0, causesTried)) {
    for (const scene of scenes(placement)) {
      const found = trySituation({ rsc, withRsc, failed, ...scene }, closure, placement)
      if (found !== undefined) return found
    }
  }
  return withoutAny(rsc, withRsc, closure, placement)
}

/** Above this many needs in a closure no state is looked for. */
const largestSearched = 100_000

function sizeOf(closure: Closure): number {
  return [...closure.values()]
    .map(
      ({ perhaps, without, antiColocatedWith }) => perhaps.length + without.length + antiColocatedWith.length,
    )
    .reduce((sum, size) => sum + size, 0)
}

/** Where nothing that the resource needs has to do with the other, it runs on when that fails everywhere. */
function withoutAny(
  rsc: Entry,
  withRsc: Entry,
  closure: Closure,
  placement: Placement,
): Counterexample | undefined {
  if (together(rsc, closure, placement, needsOfAnyKind).has(withRsc)) return undefined
  const states = Object.fromEntries(placement.locations.nodes.map((node) => [node, 'failed' as const]))
  return trySituation({ rsc, withRsc, failed: withRsc, states, rscFailed: [] }, closure, placement, true)
}

/** How many services are tried as the one that failed: the other itself, then what it needs on its node. */
const causesTried = 4

interface Trial extends Scene {
  readonly rsc: Entry
  readonly withRsc: Entry
  readonly failed: Entry
}

function trySituation(
  { rsc, withRsc, failed, states, rscFailed }: Trial,
  closure: Closure,
  placement: Placement,
  isTrusting = false,
): Counterexample | undefined {
  const up = placement.locations.nodes.filter((node) => states[node] !== 'down')
  const hasFailed: Situation['hasFailed'] = (entry, node) =>
    (entry === failed && states[node] === 'failed') || (entry === rsc && rscFailed.includes(node))
  const feasible = feasibility(closure, placement, { up, hasFailed, isTrusting })
  const possible = up.filter((node) => feasible.can(rsc, node) === 'yes')
  if (possible.length === 0 || up.some((node) => feasible.can(rsc, node) === 'unclear')) return undefined
  const favourite = preferredNodeOf(rsc, possible, placement)
  const nodes = favourite === undefined ? possible : [favourite]
  if (!nodes.every((node) => feasible.isOff(withRsc, node))) return undefined
  if (up.length > 1 && !isFree(rsc, possible, up, feasible, closure, placement)) return undefined
  const others = up.filter((node) => feasible.can(withRsc, node) !== 'no')
  return { states, failed: failed.id, rscFailed, rsc: nodes, withRsc: others }
}

interface Scene {
  readonly states: States
  readonly rscFailed: readonly string[]
}

/** What is worth trying, the plainest first; where quorum counts, only what keeps it. */
function scenes({ cluster, locations }: Placement): Scene[] {
  const { nodes } = locations
  const all = Math.max(nodes.length, nodesOf(cluster).length)
  const needsQuorum = propertyOf(cluster, 'no-quorum-policy') !== 'ignore' && all > 2
  const only = (node: string, state: NodeState, others: NodeState): States =>
    Object.fromEntries(nodes.map((name) => [name, name === node ? state : others]))
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
  const apart = backwards.flatMap((node) =>
    nodes
      .filter((other) => other !== node)
      .map((other) => ({
        states: only(other, 'up', 'failed'),
        rscFailed: nodes.filter((name) => name !== node),
      })),
  )
  const hasQuorum = ({ states }: Scene) =>
    2 * Object.values(states).filter((state) => state !== 'down').length > all
  return [...plain, ...pinned, ...apart].filter((scene) => !needsQuorum || hasQuorum(scene))
}
