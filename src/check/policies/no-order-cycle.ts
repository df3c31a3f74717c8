import { orderCycleDiagnostics } from '../../graph/analysis/cycle-diagnostics.js'
import type { Policy } from '../../model/index.js'

/**
 * Requires that no orders form a cycle. `check` requires it of every cluster. `no-order-cycle`.
 *
 * @example
 * ```ts
 * const [db, web] = [systemd('db'), systemd('web')]
 * export default cluster({ resources: [db, web], constraints: [order(db, web)], policies: [noOrderCycle()] })
 * ```
 */
export function noOrderCycle(): Policy {
  return { name: 'no-order-cycle', check: orderCycleDiagnostics }
}
