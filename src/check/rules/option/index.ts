import type { Rule } from '../../rule.js'
import { rule as durationMisread } from './duration-misread.js'
import { rule as noQuorum } from './no-quorum.js'
import { rule as numberMisread } from './number-misread.js'
import { rule as optionDeprecated } from './option-deprecated.js'
import { rule as optionDuplicate } from './option-duplicate.js'
import { rule as optionInvalidValue } from './option-invalid-value.js'
import { rule as optionObsolete } from './option-obsolete.js'
import { rule as optionRenamed } from './option-renamed.js'
import { rule as optionUnknown } from './option-unknown.js'
import { rule as propertySetScore } from './property-set-score.js'
import { rule as quorumPolicyWithoutFencing } from './quorum-policy-without-fencing.js'

export const optionRules: readonly Rule[] = [
  durationMisread,
  noQuorum,
  numberMisread,
  optionDeprecated,
  optionDuplicate,
  optionInvalidValue,
  optionObsolete,
  optionRenamed,
  optionUnknown,
  propertySetScore,
  quorumPolicyWithoutFencing,
]
