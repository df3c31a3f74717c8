import type { Rule } from '../../rule.js'
import { rule as featureSetTooNew } from './feature-set-too-new.js'
import { rule as schemaNext } from './schema-next.js'
import { rule as schemaOff } from './schema-off.js'
import { rule as schemaOld } from './schema-old.js'

/** Rules about the schema and feature set that a CIB names. */
export const schemaRules: readonly Rule[] = [schemaOff, schemaNext, schemaOld, featureSetTooNew]
