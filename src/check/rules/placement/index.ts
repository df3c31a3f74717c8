import type { Rule } from '../../rule.js'
import { rule as neverRuns } from './never-runs.js'
import { rule as utilizationTooLarge } from './utilization-too-large.js'
import { rule as utilizationUnused } from './utilization-unused.js'

/** Rules about where resources can run. */
export const placementRules: readonly Rule[] = [neverRuns, utilizationTooLarge, utilizationUnused]
