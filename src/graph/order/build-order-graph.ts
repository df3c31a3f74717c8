import type { Cluster } from '../../model/index.js'
import { locationsOf } from '../location/locations.js'
import { memoizePerCluster } from '../resource/memoize.js'
import { resourceIndex } from '../resource/resource-index.js'
import { addOrders, pairsToJoin } from './constraints.js'
import { addHosted, type Placements } from './hosted-edges.js'
import { addResources } from './internal-edges.js'
import { OrderGraph } from './order-graph.js'

/**
 * The graph of what waits for what: every action of every resource, Pacemaker's pseudo-actions, and an edge for each
 * order, its inverse, and each rule that Pacemaker applies by itself. Instances of a clone are one vertex; where a
 * resource happens to run, and whether it is managed now, is left out: the graph is the same for every placement.
 */
export const orderGraph = memoizePerCluster((cluster): OrderGraph => build(cluster, 'certain'))

/** The same with what is likely: that resources run on guest and remote nodes that they prefer to all others. */
export const likelyOrderGraph = memoizePerCluster((cluster): OrderGraph => {
  const { nodes, hostOf } = locationsOf(resourceIndex(cluster))
  const hasHosted = nodes.some((node) => hostOf(node) !== undefined)
  return hasHosted ? build(cluster, 'likely') : orderGraph(cluster)
})

function build(cluster: Cluster, placements: Placements): OrderGraph {
  const graph = new OrderGraph(pairsToJoin(cluster))
  const index = resourceIndex(cluster)
  addResources(graph, index)
  addHosted(graph, index, placements)
  addOrders(graph, index)
  return graph
}
