import type { Rule } from '../../rule.js'
import { rule as failureTimeoutShort } from './failure-timeout-short.js'
import { rule as monitorFailureIgnored } from './monitor-failure-ignored.js'
import { rule as monitorMissing } from './monitor-missing.js'
import { rule as monitorMissingRole } from './monitor-missing-role.js'
import { rule as startRetriedForever } from './start-retried-forever.js'
import { rule as stickinessInfinite } from './stickiness-infinite.js'
import { rule as stickinessMissing } from './stickiness-missing.js'
import { rule as stickinessNegative } from './stickiness-negative.js'
import { rule as stopFailureIgnored } from './stop-failure-ignored.js'
import { rule as timeoutDefaultShort } from './timeout-default-short.js'
import { rule as timeoutShort } from './timeout-short.js'

/** Rules about how failures are noticed and answered. */
export const monitoringRules: readonly Rule[] = [
  failureTimeoutShort,
  monitorFailureIgnored,
  monitorMissing,
  monitorMissingRole,
  startRetriedForever,
  stickinessInfinite,
  stickinessMissing,
  timeoutDefaultShort,
  timeoutShort,
  stickinessNegative,
  stopFailureIgnored,
]
