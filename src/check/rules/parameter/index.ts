import type { Rule } from '../../rule.js'
import { rule as parameterDeprecated } from './parameter-deprecated.js'
import { rule as parameterInvalid } from './parameter-invalid.js'
import { rule as parameterMissing } from './parameter-missing.js'
import { rule as parameterNotUnique } from './parameter-not-unique.js'
import { rule as parameterUnknown } from './parameter-unknown.js'

export const parameterRules: readonly Rule[] = [
  parameterUnknown,
  parameterMissing,
  parameterInvalid,
  parameterDeprecated,
  parameterNotUnique,
]
