import type { Rule } from '../../rule.js'
import { rule as fenceHostListMissing } from './fence-host-list-missing.js'
import { rule as fenceHostMap } from './fence-host-map.js'
import { rule as fenceKdumpAlone } from './fence-kdump-alone.js'
import { rule as fencingDisabled } from './fencing-disabled.js'
import { rule as fencingLevelInvalid } from './fencing-level-invalid.js'
import { rule as fencingNoDevice } from './fencing-no-device.js'
import { rule as nodeUnclean } from './node-unclean.js'
import { rule as requiresWithoutFencing } from './requires-without-fencing.js'
import { rule as startupFencingOff } from './startup-fencing-off.js'
import { rule as ticketWithoutFencing } from './ticket-without-fencing.js'
import { rule as unfencingMissing } from './unfencing-missing.js'
import { rule as unfencingOnDevice } from './unfencing-on-device.js'
import { rule as watchdogTimeoutMissing } from './watchdog-timeout-missing.js'
import { rule as watchdogWithoutQuorum } from './watchdog-without-quorum.js'

export const fencingRules: readonly Rule[] = [
  fencingDisabled,
  fencingLevelInvalid,
  fencingNoDevice,
  nodeUnclean,
  requiresWithoutFencing,
  startupFencingOff,
  ticketWithoutFencing,
  unfencingOnDevice,
  fenceHostListMissing,
  watchdogTimeoutMissing,
  watchdogWithoutQuorum,
  fenceKdumpAlone,
  unfencingMissing,
  fenceHostMap,
]
