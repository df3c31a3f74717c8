import type { Rule } from '../../rule.js'
import { rule as fenceDeviceBound } from './fence-device-bound.js'
import { rule as fenceDeviceCloned } from './fence-device-cloned.js'
import { rule as fenceDeviceOnTarget } from './fence-device-on-target.js'
import { rule as fenceDevicePrefersTarget } from './fence-device-prefers-target.js'
import { rule as fenceDeviceUnused } from './fence-device-unused.js'
import { rule as fenceHostUnknown } from './fence-host-unknown.js'
import { rule as fenceNodeUncovered } from './fence-node-uncovered.js'
import { rule as fencePowerShared } from './fence-power-shared.js'
import { rule as fencingActionOff } from './fencing-action-off.js'
import { rule as fencingLevelGap } from './fencing-level-gap.js'
import { rule as fencingLevelMissing } from './fencing-level-missing.js'
import { rule as fencingLevelNotADevice } from './fencing-level-not-a-device.js'
import { rule as fencingLevelUnknownNode } from './fencing-level-unknown-node.js'
import { rule as fencingLevelWrongDevice } from './fencing-level-wrong-device.js'

/** Rules about fencing devices and levels. */
export const fenceDeviceRules: readonly Rule[] = [
  fenceDeviceCloned,
  fenceDeviceOnTarget,
  fenceDeviceUnused,
  fenceHostUnknown,
  fenceNodeUncovered,
  fencingActionOff,
  fencingLevelGap,
  fencingLevelMissing,
  fencingLevelNotADevice,
  fencingLevelUnknownNode,
  fencingLevelWrongDevice,
  fencePowerShared,
  fenceDevicePrefersTarget,
  fenceDeviceBound,
]
