import type { Rule } from '../../rule.js'
import { rule as cloneConfined } from './clone-confined.js'
import { rule as colocationIgnored } from './colocation-ignored.js'
import { rule as colocationLooseGroup } from './colocation-loose-group.js'
import { rule as colocationSymmetrical } from './colocation-symmetrical.js'
import { rule as colocationTwoTags } from './colocation-two-tags.js'
import { rule as colocationUnjoined } from './colocation-unjoined.js'
import { rule as colocationWithoutEffect } from './colocation-without-effect.js'
import { rule as colocationWithoutRole } from './colocation-without-role.js'
import { rule as roleWithoutEffect } from './role-without-effect.js'

/** Rules about colocations. */
export const colocationRules: readonly Rule[] = [
  colocationTwoTags,
  colocationLooseGroup,
  colocationSymmetrical,
  colocationIgnored,
  roleWithoutEffect,
  colocationWithoutRole,
  cloneConfined,
  colocationUnjoined,
  colocationWithoutEffect,
]
