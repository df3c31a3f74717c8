import type { Rule } from '../../rule.js'
import { rule as aclDisabled } from './acl-disabled.js'
import { rule as aclPermissionIgnored } from './acl-permission-ignored.js'
import { rule as aclPermissionMisplaced } from './acl-permission-misplaced.js'
import { rule as aclPermissionSelection } from './acl-permission-selection.js'
import { rule as aclSubjectUnnamed } from './acl-subject-unnamed.js'

/** Rules about permissions. */
export const aclRules: readonly Rule[] = [
  aclPermissionIgnored,
  aclPermissionSelection,
  aclPermissionMisplaced,
  aclSubjectUnnamed,
  aclDisabled,
]
