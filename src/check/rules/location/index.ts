import type { Rule } from '../../rule.js'
import { rule as attributeMisspelt } from './attribute-misspelt.js'
import { rule as locationPattern } from './location-pattern.js'
import { rule as locationUnknownNode } from './location-unknown-node.js'

/** Rules about locations. */
export const locationRules: readonly Rule[] = [attributeMisspelt, locationPattern, locationUnknownNode]
