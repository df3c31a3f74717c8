import type { Rule } from '../../rule.js'
import { rule as drbdCloneMax } from './drbd-clone-max.js'
import { rule as drbdFilesystem } from './drbd-filesystem.js'
import { rule as drbdNotPromotable } from './drbd-not-promotable.js'
import { rule as drbdNotify } from './drbd-notify.js'
import { rule as drbdTwoPrimaries } from './drbd-two-primaries.js'

/** Rules for DRBD. */
export const drbdRules: readonly Rule[] = [
  drbdCloneMax,
  drbdFilesystem,
  drbdNotPromotable,
  drbdNotify,
  drbdTwoPrimaries,
]
