import type { Rule } from '../../rule.js'
import { rule as tagWithoutId } from './tag-without-id.js'

/** Rules about tags. */
export const tagRules: readonly Rule[] = [tagWithoutId]
