import type { Cluster } from '../../model/index.js'
import { locationsOf } from '../location/locations.js'
import { memoizePerCluster } from '../resource/memoize.js'
import { resourceIndex } from '../resource/resource-index.js'
import { addOrders, pairsToJoin } from './constraints.js'
import { addHosted, type Placements } from './hosted-edges.js'
import { addResources } from './internal-edges.js'
import { OrderGraph } from './order-graph.js'
import { addProbes } from './probe-edges.js'

/**
 * The graph of what waits for what: every action of every resource, Pacemaker's pseudo-actions, and an edge for each
 * order, its inverse, and each rule that Pacemaker applies by itself. Instances of a clone are one vertex; where a
 * resource happens to run, and whether it is managed now, is left out: the graph is the same for every placement.
 */
export const orderGraph = memoizePerCluster((cluster): OrderGraph => build(cluster, 'certain'))

/** The same with what is likely: that resources run on guest and remote nodes that they prefer to all others. */
export const likelyOrderGraph = memoizePerCluster((cluster): OrderGraph => {
  return hasHosted(cluster) ? build(cluster, 'likely') : orderGraph(cluster)
})

/** The same with what is possible: that resources run on all guest and remote nodes that no location forbids, and with probes. */
export const possibleOrderGraph = memoizePerCluster((cluster): OrderGraph => {
  return hasHosted(cluster) ? build(cluster, 'possible') : orderGraph(cluster)
})

function hasHosted(cluster: Cluster): boolean {
  const { nodes, hostOf } = locationsOf(resourceIndex(cluster))
  return nodes.some((node) => hostOf(node) !== undefined)
}

function build(cluster: Cluster, placements: Placements): OrderGraph {
  const graph = new OrderGraph(pairsToJoin(cluster))
  const index = resourceIndex(cluster)
  addResources(graph, index)
  if (placements === 'possible') addProbes(graph, index)
  addHosted(graph, index, placements)
  addOrders(graph, index)
  return graph
}
