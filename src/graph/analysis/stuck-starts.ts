import { likelyOrderGraph } from '../order/build-order-graph.js'
import { memoizePerCluster } from '../resource/memoize.js'
import { orderCycles } from './cycles.js'
import { startsReached } from './starts-reached.js'

/** The ids of the resources that an ordering cycle keeps from ever starting: those in it, and what starts after them. */
export const stuckStarts = memoizePerCluster((cluster): ReadonlySet<string> => {
  const stuck = new Set<string>()
  for (const { kind, steps } of orderCycles(cluster)) {
    const [step] = steps
    if (kind !== 'up' || step === undefined) continue
    // Each action of a cycle is reached from any other.
    stuck.add(step.from.resource)
    for (const id of startsReached(likelyOrderGraph(cluster), step.from)) stuck.add(id)
  }
  return stuck
})
