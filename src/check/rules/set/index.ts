import type { Rule } from '../../rule.js'
import { rule as setNeverRead } from './set-never-read.js'
import { rule as setOrdering } from './set-ordering.js'
import { rule as setReferenceLoop } from './set-reference-loop.js'
import { rule as setWithoutId } from './set-without-id.js'

/** Rules about resource sets. */
export const setRules: readonly Rule[] = [setWithoutId, setReferenceLoop, setNeverRead, setOrdering]
