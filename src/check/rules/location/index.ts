import type { Rule } from '../../rule.js'
import { rule as attributeMisspelt } from './attribute-misspelt.js'
import { rule as locationBelowStickiness } from './location-below-stickiness.js'
import { rule as locationContradicted } from './location-contradicted.js'
import { rule as locationOverridesStickiness } from './location-overrides-stickiness.js'
import { rule as locationPattern } from './location-pattern.js'
import { rule as locationUnknownNode } from './location-unknown-node.js'
import { rule as pingThreshold } from './ping-threshold.js'

/** Rules about locations. */
export const locationRules: readonly Rule[] = [
  attributeMisspelt,
  locationPattern,
  locationUnknownNode,
  locationBelowStickiness,
  pingThreshold,
  locationContradicted,
  locationOverridesStickiness,
]
