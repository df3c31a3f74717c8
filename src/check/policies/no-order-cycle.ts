import { orderCycleDiagnostics } from '../../graph/analysis/cycle-diagnostics.js'
import type { Policy } from '../../model/index.js'

/** Requires that no orders form a cycle. `check` requires it of every cluster. `no-order-cycle`. */
export function noOrderCycle(): Policy {
  return { name: 'no-order-cycle', check: orderCycleDiagnostics }
}
