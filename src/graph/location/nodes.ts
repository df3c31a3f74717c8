import { booleanOf, type Cluster, type ClusterNode, nodesOf } from '../../model/index.js'
import { templateOf } from '../../model/templates.js'
import { memoizePerCluster } from '../resource/memoize.js'
import { nodeAttributeOf } from '../resource/meta-attributes.js'
import { type ResourceEntry, type ResourceIndex, resourceIndex } from '../resource/resource-index.js'

/** A node that can run resources. */
export interface RunnableNode {
  readonly name: string
  /** What runs where a remote or guest node is up: its connection, the machine that it is. Undefined for a full member. */
  readonly host?: ResourceEntry
}

/**
 * The nodes that are not in standby: full members, then remote and guest nodes. Those inside bundles run nothing but
 * the bundle. Three are assumed for a cluster that lists none.
 */
export function runnableNodes(index: ResourceIndex): RunnableNode[] {
  const { cluster } = index
  const byName = new Map(nodesOf(cluster).map((node) => [node.uname, node]))
  return allNodes(index).filter(({ name }) => !isInStandby(byName.get(name), cluster))
}

/** The same with those in standby. */
export function allNodes(index: ResourceIndex): readonly RunnableNode[] {
  return allNodesOf(index.cluster)
}

const allNodesOf = memoizePerCluster((cluster): readonly RunnableNode[] => {
  const known = nodesOf(cluster)
  const members = known.filter(isMember).map(({ uname }) => ({ name: uname as string }))
  const hosted = [...resourceIndex(cluster).entries].flatMap((host): RunnableNode[] => {
    if (isConnection(host, cluster)) return [{ name: host.id, host }]
    return host.guest === undefined ? [] : [{ name: host.guest, host }]
  })
  const all = known.length === 0 ? assumedNodes : members
  return [...all, ...hosted]
})

const assumedNodes: readonly RunnableNode[] = ['node-1', 'node-2', 'node-3'].map((name) => ({ name }))

function isMember({ uname, type }: ClusterNode): boolean {
  return uname !== undefined && (type === undefined || type === 'member' || type === 'normal')
}

function isInStandby(node: ClusterNode | undefined, cluster: Cluster): boolean {
  return node !== undefined && booleanOf(nodeAttributeOf(cluster, node, 'standby')) === true
}

/** The resource that connects the cluster with a remote node, whose name is the resource's id. */
function isConnection({ resource }: ResourceEntry, cluster: Cluster): boolean {
  if (resource?.element !== 'primitive') return false
  const { class: kind, provider, type } = templateOf(cluster, resource) ?? resource
  return kind === 'ocf' && provider === 'pacemaker' && type === 'remote'
}

/** True for what runs on full members only: connections, the machines of guest nodes, fencing devices. */
export function avoidsHostedNodes(entry: ResourceEntry, cluster: Cluster): boolean {
  const { resource } = entry
  if (resource === undefined || entry.guest !== undefined || isConnection(entry, cluster)) return true
  if (resource.element !== 'primitive') return false
  return (templateOf(cluster, resource) ?? resource).class === 'stonith'
}
