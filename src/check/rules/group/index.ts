import type { Rule } from '../../rule.js'
import { rule as groupOptionOld } from './group-option-old.js'

/** Rules about groups. */
export const groupRules: readonly Rule[] = [groupOptionOld]
