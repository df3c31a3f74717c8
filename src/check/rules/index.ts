import type { Rule } from '../rule.js'
import { leftoverRules } from './leftovers/index.js'
import { operationRules } from './operation/index.js'

/** Every rule, in the order in which `check` reports their findings. */
export const rules: readonly Rule[] = [...operationRules, ...leftoverRules]
