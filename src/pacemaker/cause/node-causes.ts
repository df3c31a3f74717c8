import { propertyOf } from '../../graph/resource/meta-attributes.js'
import {
  booleanOf,
  type CibElement,
  type Cluster,
  type ClusterNode,
  nodesOf,
  type RawElement,
} from '../../model/index.js'
import { pathOfId } from '../../model/walk.js'
import type { ClusterStatus } from '../cluster-status.js'
import type { Cause } from './cause.js'
import { deletionOf, withNodeOnline, withoutId, withoutStatus } from './edit.js'
import { nodeStates, transientAttributes } from './status-places.js'
import { causeWords } from './words.js'

type About = Pick<Cause, 'kind' | 'words'>

/** What keeps a node from running resources, or some of them. */
export function nodeCauses(cluster: Cluster, status: ClusterStatus): readonly Cause[] {
  return [
    ...nodesOf(cluster).flatMap((node) => [
      ...offline(cluster, node, status),
      ...ofAttributes(cluster, node),
    ]),
    ...nodeStates(cluster).flatMap((state) => ofTransientAttributes(cluster, state)),
  ]
}

function offline(
  cluster: Cluster,
  { id, uname, type }: ClusterNode,
  status: ClusterStatus,
): readonly Cause[] {
  const isMember = type === undefined || type === 'member' || type === 'normal'
  const state = nodeStates(cluster).find(({ node }) => node === uname)
  const isOnline = uname !== undefined && status.online.includes(uname) && !isJoining(state?.element)
  if (!isMember || uname === undefined || isOnline) return []
  return [
    {
      kind: 'node-offline',
      node: uname,
      path: state?.path ?? pathOfId(cluster, id ?? ''),
      ...(state && { element: state.element }),
      words: causeWords.nodeOffline(uname),
      command: ['pcs', 'cluster', 'start', uname],
      lift: withNodeOnline(uname),
    },
  ]
}

/** True for a node that corosync has and that runs no resources yet, or not any more. */
function isJoining(state: RawElement | undefined): boolean {
  if (state === undefined) return false
  const { crmd = 'online', join = 'member' } = Object.fromEntries(state.attributes)
  return crmd === 'offline' || crmd === '0' || join !== 'member'
}

/** The attributes that the configuration gives a node. */
function ofAttributes(
  cluster: Cluster,
  { uname: node = '', instanceAttributes }: ClusterNode,
): readonly Cause[] {
  return instanceAttributes.flatMap(({ nvpairs }, at) =>
    nvpairs.flatMap((nvpair) => {
      const { id, name = '', value = '' } = nvpair
      const about = aboutAttribute(cluster, node, name, value)
      if (id === undefined || about === undefined) return []
      return {
        ...about,
        node,
        path: pathOfId(cluster, id),
        element: nvpair as CibElement,
        // pcs looks into the first set only, and does nothing where it is in another one.
        command: at === 0 ? commandFor(node, name) : deletionOf(id),
        lift: withoutId(id),
      }
    }),
  )
}

function commandFor(node: string, name: string): readonly string[] {
  switch (name) {
    case 'standby':
      return ['pcs', 'node', 'unstandby', node]
    case 'maintenance':
      return ['pcs', 'node', 'unmaintenance', node]
    default:
      return ['crm_attribute', '--node', node, '--name', name, '--delete']
  }
}
/** The attributes that a node has until it leaves the cluster. */
function ofTransientAttributes(
  cluster: Cluster,
  state: ReturnType<typeof nodeStates>[number],
): readonly Cause[] {
  const { node } = state
  return transientAttributes(state).flatMap(({ element, path, name, value }) => {
    const about = aboutAttribute(cluster, node, name, value)
    if (about === undefined) return []
    const isOfCluster = name === 'shutdown' || name === 'terminate'
    const attribute = ['crm_attribute', '--node', node, '--name', name, '--lifetime', 'reboot', '--delete']
    return {
      ...about,
      node,
      path,
      element,
      command: isOfCluster ? ['pcs', 'cluster', 'start', node] : attribute,
      lift: isOfCluster ? withNodeOnline(node) : withoutStatus([name], node),
    }
  })
}

function aboutAttribute(cluster: Cluster, node: string, name: string, value: string): About | undefined {
  const isOn = booleanOf(value) === true
  switch (name) {
    case 'standby':
      return isOn ? { kind: 'standby', words: causeWords.standby(node) } : undefined
    case 'maintenance':
      return isOn ? { kind: 'node-maintenance', words: causeWords.nodeMaintenance(node) } : undefined
    case 'shutdown':
      return value === '' || value === '0'
        ? undefined
        : { kind: 'node-shutdown', words: causeWords.nodeShutdown(node) }
    case 'terminate':
      return isOn ? { kind: 'node-shutdown', words: causeWords.terminate(node) } : undefined
    default:
      return name.startsWith('#health') ? aboutHealth(cluster, node, name, value) : undefined
  }
}

function aboutHealth(cluster: Cluster, node: string, name: string, value: string): About | undefined {
  const strategy = propertyOf(cluster, 'node-health-strategy') ?? 'none'
  if (strategy === 'none' || value === 'green') return undefined
  return { kind: 'health', words: causeWords.health(node, name, value, strategy) }
}
