export { check } from './check.js'
export * from './policies/index.js'
export { defineRule } from './rule.js'
export type { CheckOptions, RuleSelection, Suppression } from './settings/options.js'
