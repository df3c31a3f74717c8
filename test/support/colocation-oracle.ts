import { type Cluster, nodesOf } from '../../src/model/index.js'
import { settle } from './crm-simulate.js'
import { activeOn, allOnline, inState, type NodeState } from './status.js'

/** Where a resource was active without the other. */
export interface Violation {
  readonly states: Readonly<Record<string, NodeState>>
  readonly rsc: readonly string[]
  readonly withRsc: readonly string[]
}

/** What the real scheduler does in every state of the nodes. */
export interface ColocationTruth {
  readonly violations: readonly Violation[]
  /** States that the scheduler never came to rest in. */
  readonly unsettled: number
  readonly states: number
  /** States in which the first resource ran nowhere. */
  readonly stopped: number
}

/** Every combination of up, down and failed, but the one in which all nodes are down. */
export function allStates(cluster: Cluster): Readonly<Record<string, NodeState>>[] {
  const kinds: readonly NodeState[] = ['up', 'down', 'failed']
  const names = nodesOf(cluster).map(({ uname = '' }) => uname)
  return names.reduce<Record<string, NodeState>[]>(
    (states, name) => states.flatMap((state) => kinds.map((kind) => ({ ...state, [name]: kind }))),
    [{}],
  )
}

/**
 * Runs the real scheduler from "everything running" into each state, until it has nothing left to do. `withRsc` are
 * the ids under which the service runs: one of a clone, one for each replica of a bundle. They are what fails.
 */
export function colocationTruth(
  cluster: Cluster,
  rsc: string,
  withRsc: readonly string[],
  states = allStates(cluster),
): ColocationTruth {
  const running = settle(allOnline(cluster))
  const ends = states.map((state) => running && settle(inState(running, state, withRsc)))
  const found = ends.flatMap((end, at) => {
    const active = end && activeOn(end)
    const on = [...(active?.get(rsc) ?? [])].sort()
    const withOn = [...new Set(withRsc.flatMap((id) => [...(active?.get(id) ?? [])]))].sort()
    return active === undefined ? [] : [{ states: states[at] ?? {}, rsc: on, withRsc: withOn }]
  })
  return {
    violations: found.filter((end) => end.rsc.some((node) => !end.withRsc.includes(node))),
    unsettled: states.length - found.length,
    states: states.length,
    stopped: found.filter((end) => end.rsc.length === 0).length,
  }
}
