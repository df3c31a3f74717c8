import type { Rule } from '../../rule.js'
import { rule as neverRuns } from './never-runs.js'

/** Rules about where resources can run. */
export const placementRules: readonly Rule[] = [neverRuns]
