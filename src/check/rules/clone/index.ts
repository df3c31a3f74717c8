import type { Rule } from '../../rule.js'
import { rule as agentCloned } from './agent-cloned.js'
import { rule as agentNotCloned } from './agent-not-cloned.js'
import { rule as agentNotPromotable } from './agent-not-promotable.js'
import { rule as cloneInterleaveMismatch } from './clone-interleave-mismatch.js'
import { rule as cloneNodeMax } from './clone-node-max.js'
import { rule as cloneNumber } from './clone-number.js'
import { rule as cloneOldName } from './clone-old-name.js'
import { rule as cloneUniqueClass } from './clone-unique-class.js'
import { rule as interleaveMissing } from './interleave-missing.js'
import { rule as promotableClass } from './promotable-class.js'
import { rule as promotableSplit } from './promotable-split.js'
import { rule as promotedMaxWithoutEffect } from './promoted-max-without-effect.js'

/** Rules about clones. */
export const cloneRules: readonly Rule[] = [
  promotableClass,
  promotableSplit,
  promotedMaxWithoutEffect,
  cloneNodeMax,
  cloneUniqueClass,
  cloneNumber,
  cloneOldName,
  cloneInterleaveMismatch,
  interleaveMissing,
  agentNotCloned,
  agentCloned,
  agentNotPromotable,
]
