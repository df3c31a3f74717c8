import type { Rule } from '../../rule.js'
import { rule as constraintIncomplete } from './constraint-incomplete.js'
import { rule as constraintInstance } from './constraint-instance.js'
import { rule as constraintLifetime } from './constraint-lifetime.js'
import { rule as constraintReference } from './constraint-reference.js'
import { rule as constraintValue } from './constraint-value.js'
import { rule as constraintWithoutId } from './constraint-without-id.js'
import { rule as referenceInsideClone } from './reference-inside-clone.js'
import { rule as roleNameOld } from './role-name-old.js'
import { rule as scoreAttributeIgnored } from './score-attribute-ignored.js'

/** Rules about constraints of every kind. */
export const constraintRules: readonly Rule[] = [
  constraintWithoutId,
  constraintIncomplete,
  constraintReference,
  referenceInsideClone,
  constraintValue,
  constraintLifetime,
  constraintInstance,
  scoreAttributeIgnored,
  roleNameOld,
]
