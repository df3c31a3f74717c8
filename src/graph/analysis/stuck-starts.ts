import { likelyOrderGraph } from '../order/build-order-graph.js'
import { memoizePerCluster } from '../resource/memoize.js'
import { orderCycles } from './cycles.js'
import { startsReached } from './starts-reached.js'

/** The ids of the resources that an ordering cycle keeps from ever starting: those in it, and what starts after them. */
export const stuckStarts = memoizePerCluster((cluster): ReadonlySet<string> => {
  const stuck = new Set<string>()
  for (const { kind, steps } of orderCycles(cluster)) {
    if (kind !== 'up') continue
    for (const { from } of steps) {
      stuck.add(from.resource)
      for (const id of startsReached(likelyOrderGraph(cluster), from)) stuck.add(id)
    }
  }
  return stuck
})
