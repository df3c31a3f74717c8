import type { Rule } from '../../rule.js'
import { rule as conditionDate } from './condition-date.js'
import { rule as conditionDateSpec } from './condition-date-spec.js'
import { rule as conditionDuration } from './condition-duration.js'
import { rule as conditionIncomplete } from './condition-incomplete.js'
import { rule as conditionNumber } from './condition-number.js'
import { rule as conditionOldForm } from './condition-old-form.js'
import { rule as conditionRange } from './condition-range.js'
import { rule as conditionUnknownNode } from './condition-unknown-node.js'
import { rule as conditionValue } from './condition-value.js'
import { rule as conditionValueUnused } from './condition-value-unused.js'
import { rule as conditionWithoutScore } from './condition-without-score.js'

/** Rules about `<rule>` and what it contains. */
export const conditionRules: readonly Rule[] = [
  conditionIncomplete,
  conditionValue,
  conditionValueUnused,
  conditionNumber,
  conditionDate,
  conditionDateSpec,
  conditionDuration,
  conditionWithoutScore,
  conditionOldForm,
  conditionUnknownNode,
  conditionRange,
]
