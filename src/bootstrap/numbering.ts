import { type Cluster, type ClusterNode, nodesOf } from '../model/index.js'

/** The nodes that run corosync, in the order of their ids. */
export function membersOf(cluster: Cluster): readonly ClusterNode[] {
  return nodesOf(cluster)
    .filter(({ type }) => type === undefined || type === 'member')
    .toSorted((left, right) => Number(left.id) - Number(right.id) || 0)
}

/** The members to which `pcs cluster setup`, which counts from 1, gives other ids, with those ids. */
export function otherIds(cluster: Cluster): ReadonlyMap<ClusterNode, string> {
  const given = membersOf(cluster).map((node, at) => [node, String(at + 1)] as const)
  return new Map(given.filter(([{ id }, own]) => id !== own))
}

/** The cluster with the ids that `pcs cluster setup` gives to its nodes. */
export function numbered(cluster: Cluster): Cluster {
  const { nodes } = cluster.configuration
  const ids = otherIds(cluster)
  if (nodes === undefined || ids.size === 0) return cluster
  const items = nodes.items.map((node) => {
    const id = ids.get(node)
    return id === undefined ? node : { ...node, id }
  })
  return { ...cluster, configuration: { ...cluster.configuration, nodes: { ...nodes, items } } }
}
