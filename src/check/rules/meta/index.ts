import type { Rule } from '../../rule.js'
import { rule as defaultsInstanceAttributes } from './defaults-instance-attributes.js'
import { rule as metaDeprecated } from './meta-deprecated.js'
import { rule as metaIgnored } from './meta-ignored.js'
import { rule as metaInvalidValue } from './meta-invalid-value.js'
import { rule as metaUnknown } from './meta-unknown.js'
import { rule as referenceInInstance } from './reference-in-instance.js'
import { rule as targetRoleWithoutPromotion } from './target-role-without-promotion.js'

export const metaRules: readonly Rule[] = [
  defaultsInstanceAttributes,
  metaDeprecated,
  metaIgnored,
  metaInvalidValue,
  metaUnknown,
  targetRoleWithoutPromotion,
  referenceInInstance,
]
