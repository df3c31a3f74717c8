import type { Rule } from '../../rule.js'
import { rule as filesystemNotCloned } from './filesystem-not-cloned.js'
import { rule as iscsiTargetUnknown } from './iscsi-target-unknown.js'
import { rule as storageAfterUser } from './storage-after-user.js'
import { rule as storageNotOrdered } from './storage-not-ordered.js'
import { rule as storageNotPlaced } from './storage-not-placed.js'

/** Rules about what services need of others on their node. */
export const storageRules: readonly Rule[] = [
  filesystemNotCloned,
  iscsiTargetUnknown,
  storageAfterUser,
  storageNotOrdered,
  storageNotPlaced,
]
