import { type Cluster, type ClusterNode, nodesOf, type RawElement } from '../../model/index.js'
import { attributeOf, raw } from './raw-element.js'

/** How the nodes of a cluster are that reported no status. */
export interface SyntheticStatus {
  /** Whether the members that are online have quorum; default true. */
  readonly quorum?: boolean
  /** Promotion scores by the id of a primitive, then by the name of a node. */
  readonly promotionScores?: Readonly<Record<string, Readonly<Record<string, number>>>>
}

/** What is different on some nodes. */
export interface NodeChanges {
  /** Nodes that have left the cluster, and were shut down or fenced. */
  readonly down?: readonly string[]
  readonly standby?: readonly string[]
  /** The ids of primitives that have failed for good on a node, by its name: Pacemaker keeps them off it. */
  readonly failed?: Readonly<Record<string, readonly string[]>>
}

/**
 * The feature set of what the scheduler is given: it counts no failures in a CIB without one, and cannot change a CIB
 * that has a newer one than its own. This is one of Pacemaker 2.0.
 */
export const commonFeatureSet = '3.6.1'

/** True for a cluster whose CIB reports how its nodes are; one that has only tickets does not. */
export function hasNodeStates(cluster: Cluster): boolean {
  return cluster.status?.children.some(({ name }) => name === 'node_state') === true
}

/** The cluster with all its nodes online and nothing running; it has the tickets that its own status has. */
export function allOnline(
  cluster: Cluster,
  { quorum = true, promotionScores = {} }: SyntheticStatus = {},
): Cluster {
  let states: readonly RawElement[] = nodesOf(cluster).filter(isMember).map(onlineState)
  for (const [id, scores] of Object.entries(promotionScores)) {
    for (const [node, score] of Object.entries(scores)) {
      states = changed(states, node, (state) =>
        withTransientAttributes(state, { [`master-${id}`]: String(score) }),
      )
    }
  }
  const tickets = cluster.status?.children.filter(({ name }) => name === 'tickets') ?? []
  const status = raw('status', {}, [...states, ...tickets])
  return { ...cluster, crmFeatureSet: commonFeatureSet, haveQuorum: quorum ? '1' : '0', status }
}

/** The cluster with some nodes changed; what ran on a node that is down is gone. */
export function withNodeChanges(
  cluster: Cluster,
  { down = [], standby = [], failed = {} }: NodeChanges,
): Cluster {
  let states: readonly RawElement[] = cluster.status?.children ?? []
  for (const node of standby)
    states = changed(states, node, (state) => withTransientAttributes(state, { standby: 'on' }))
  for (const [node, ids] of Object.entries(failed)) {
    states = changed(states, node, (state) =>
      withTransientAttributes(state, Object.assign({}, ...ids.map(failuresOf))),
    )
  }
  for (const node of down) states = changed(states, node, offline)
  return { ...cluster, status: raw('status', {}, states) }
}

/** True for a node that corosync knows, and not for a remote or ping node. */
function isMember({ uname, type }: ClusterNode): boolean {
  return uname !== undefined && (type === undefined || type === 'member' || type === 'normal')
}

function onlineState({ id = '', uname = '' }: ClusterNode): RawElement {
  return raw('node_state', { id, uname, in_ccm: 'true', crmd: 'online', join: 'member', expected: 'member' })
}

/** The states with that of one node changed; a remote or guest node may not have one yet. */
function changed(
  states: readonly RawElement[],
  node: string,
  change: (state: RawElement) => RawElement,
): readonly RawElement[] {
  const isNode = (state: RawElement) => attributeOf(state, 'uname') === node
  if (states.some(isNode)) return states.map((state) => (isNode(state) ? change(state) : state))
  return [...states, change(raw('node_state', { id: node, uname: node }))]
}

function offline(state: RawElement): RawElement {
  const { id = '', uname = '' } = Object.fromEntries(state.attributes)
  return raw('node_state', { id, uname, in_ccm: 'false', crmd: 'offline', join: 'down', expected: 'down' })
}

/**
 * A failure count of INFINITY keeps a resource off the node, whatever its migration-threshold, if it is recent. It is counted
 * for an operation, and for the resource, which is all that the scheduler reads below feature set 3.0.13.
 */
function failuresOf(id: string): Readonly<Record<string, string>> {
  const keys = [`${id}#monitor_10000`, id]
  return Object.fromEntries(
    keys.flatMap((key) => [
      [`fail-count-${key}`, 'INFINITY'],
      [`last-failure-${key}`, nowInSeconds()],
    ]),
  )
}

/** The time as a status has it; a failure that is older than `failure-timeout` does not count. */
export function nowInSeconds(): string {
  return String(Math.floor(Date.now() / 1000))
}

/** The cluster with the state of one node changed. */
export function withNodeState(
  cluster: Cluster,
  node: string,
  change: (state: RawElement) => RawElement,
): Cluster {
  return { ...cluster, status: raw('status', {}, changed(cluster.status?.children ?? [], node, change)) }
}

/** The state of a node with these transient attributes, which replace others of their names. */
export function withTransientAttributes(
  state: RawElement,
  pairs: Readonly<Record<string, string>>,
): RawElement {
  const id = attributeOf(state, 'id') ?? ''
  const isTransient = ({ name }: RawElement) => name === 'transient_attributes'
  const known = state.children
    .filter(isTransient)
    .flatMap(({ children }) => children.flatMap((set) => set.children))
    .filter((pair) => !Object.hasOwn(pairs, attributeOf(pair, 'name') ?? ''))
  const added = Object.entries(pairs).map(([name, value]) =>
    raw('nvpair', { id: `status-${id}-${name.replace('#', '.')}`, name, value }),
  )
  const set = raw('instance_attributes', { id: `status-${id}` }, [...known, ...added])
  return {
    ...state,
    children: [
      raw('transient_attributes', { id }, [set]),
      ...state.children.filter((child) => !isTransient(child)),
    ],
  }
}
