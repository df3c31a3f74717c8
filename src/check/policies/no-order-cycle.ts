import { orderCycleDiagnostics } from '../../graph/analysis/cycle-diagnostics.js'
import type { Policy } from '../../model/index.js'

/** No actions wait for each other in a circle. `check` asks this of every cluster. */
export function noOrderCycle(): Policy {
  return { name: 'no-order-cycle', check: orderCycleDiagnostics }
}
