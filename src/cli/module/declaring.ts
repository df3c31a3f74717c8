/** What a module that declares a cluster uses of the library: one that imports nothing else loads no converters. */
export {
  defaultPolicies,
  failureOf,
  light,
  noOrderCycle,
  noSinglePoint,
  recovers,
  requireNeverRunsWith,
  requireRunsOnlyWith,
  requireStartsAfter,
  requireStaysUntil,
  vipWithHaproxy,
} from '../../check/policies/index.js'
export { defineRule } from '../../check/rule.js'
export { defineConfig } from '../../config/define-config.js'
export * from '../../dsl/index.js'
