import type { Rule } from '../../rule.js'
import { rule as failureTimeoutBlocked } from './failure-timeout-blocked.js'
import { rule as intervalOriginInvalid } from './interval-origin-invalid.js'
import { rule as intervalUnreadable } from './interval-unreadable.js'
import { rule as onFailInvalid } from './on-fail-invalid.js'
import { rule as onFailNotAllowed } from './on-fail-not-allowed.js'
import { rule as onFailWithoutFencing } from './on-fail-without-fencing.js'
import { rule as operationAttributeDeprecated } from './operation-attribute-deprecated.js'
import { rule as operationCannotRecur } from './operation-cannot-recur.js'
import { rule as operationDuplicate } from './operation-duplicate.js'
import { rule as operationMetaUnknown } from './operation-meta-unknown.js'
import { rule as operationNameUnknown } from './operation-name-unknown.js'
import { rule as operationRoleInvalid } from './operation-role-invalid.js'
import { rule as operationRuleDeprecated } from './operation-rule-deprecated.js'
import { rule as operationValueInvalid } from './operation-value-invalid.js'
import { rule as timeoutUnreadable } from './timeout-unreadable.js'

export const operationRules: readonly Rule[] = [
  failureTimeoutBlocked,
  intervalOriginInvalid,
  intervalUnreadable,
  onFailInvalid,
  onFailNotAllowed,
  onFailWithoutFencing,
  operationAttributeDeprecated,
  operationCannotRecur,
  operationDuplicate,
  operationMetaUnknown,
  operationNameUnknown,
  operationRoleInvalid,
  operationRuleDeprecated,
  operationValueInvalid,
  timeoutUnreadable,
]
