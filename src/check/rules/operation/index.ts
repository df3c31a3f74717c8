import type { Rule } from '../../rule.js'
import { rule as operationDuplicate } from './operation-duplicate.js'

/** Rules about operations. */
export const operationRules: readonly Rule[] = [operationDuplicate]
