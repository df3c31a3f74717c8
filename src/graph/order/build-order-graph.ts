import { memoizePerCluster } from '../resource/memoize.js'
import { resourceIndex } from '../resource/resource-index.js'
import { addOrders } from './constraints.js'
import { addHosted } from './hosted-edges.js'
import { addResources } from './internal-edges.js'
import { OrderGraph } from './order-graph.js'

/**
 * The graph of what waits for what: every action of every resource, Pacemaker's pseudo-actions, and an edge for each
 * order, its inverse, and each rule that Pacemaker applies by itself. Instances of a clone are one vertex; where a
 * resource happens to run, and whether it is managed now, is left out: the graph is the same for every placement.
 */
export const orderGraph = memoizePerCluster((cluster): OrderGraph => {
  const graph = new OrderGraph()
  const index = resourceIndex(cluster)
  addResources(graph, index)
  addHosted(graph, index)
  addOrders(graph, index)
  return graph
})
