import type { Rule } from '../../rule.js'
import { rule as alertIgnored } from './alert-ignored.js'
import { rule as alertPathRelative } from './alert-path-relative.js'
import { rule as alertTimeoutInvalid } from './alert-timeout-invalid.js'

/** Rules about alerts. */
export const alertRules: readonly Rule[] = [alertIgnored, alertPathRelative, alertTimeoutInvalid]
