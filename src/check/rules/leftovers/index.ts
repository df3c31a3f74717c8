import type { Rule } from '../../rule.js'
import { rule as leftInMaintenance } from './left-in-maintenance.js'
import { rule as leftInStandby } from './left-in-standby.js'
import { rule as leftMonitorOff } from './left-monitor-off.js'
import { rule as leftStopped } from './left-stopped.js'
import { rule as leftUnmanaged } from './left-unmanaged.js'
import { rule as leftUnpromoted } from './left-unpromoted.js'
import { rule as leftoverExpired } from './leftover-expired.js'
import { rule as leftoverFenceHandler } from './leftover-fence-handler.js'
import { rule as leftoverMove } from './leftover-move.js'
import { rule as orderInHalves } from './order-in-halves.js'
import { rule as orderOneWay } from './order-one-way.js'

/** Rules about what was set for a while and forgotten. */
export const leftoverRules: readonly Rule[] = [
  leftInMaintenance,
  leftInStandby,
  leftMonitorOff,
  leftStopped,
  leftUnmanaged,
  leftUnpromoted,
  leftoverFenceHandler,
  leftoverMove,
  orderInHalves,
  orderOneWay,
  leftoverExpired,
]
