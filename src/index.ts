/** lightcib: declare a Pacemaker cluster, check it, get its CIB, its pcs script and its pictures. */

export { agentMetadata } from './agents/agent-metadata.js'
export type { ActionMetadata, AgentMetadata, ParameterMetadata, ParameterType } from './agents/metadata.js'
export { toBootstrap } from './bootstrap/to-bootstrap.js'
export { check } from './check/check.js'
export {
  defaultPolicies,
  type FailurePromises,
  failureOf,
  light,
  noOrderCycle,
  noSinglePoint,
  recovers,
  requireNeverRunsWith,
  requireRunsOnlyWith,
  requireStartsAfter,
  requireStaysUntil,
  type VipWithHaproxyOptions,
  vipWithHaproxy,
} from './check/policies/index.js'
export {
  defineRule,
  type Rule as LintRule,
  type RuleContext as LintRuleContext,
  type RuleDefinition as LintRuleDefinition,
  type RuleSet,
  type Where as FindingPlace,
} from './check/rule.js'
export type { CheckOptions, Pack, RuleSelection, Suppression } from './check/settings/options.js'
export { type ReadOptions, readCib, validateCluster, type WriteOptions, writeCib } from './cib/index.js'
export { type Config, defineConfig } from './config/define-config.js'
export { readCrm, toCrm } from './crm/index.js'
export type { Code } from './diagnostics/catalogue.js'
export {
  type Diagnostic,
  diagnostic,
  hasErrors,
  type Position,
  type Result,
} from './diagnostics/diagnostic.js'
export type { Severity } from './diagnostics/entry.js'
export * from './diff/index.js'
export * from './dsl/index.js'
export type {
  Bundle,
  Clone,
  Cluster,
  ClusterNode,
  Constraint,
  Extra,
  Group,
  Master,
  Policy,
  Primitive,
  RawElement,
  Ref,
  Resource,
  RscColocation,
  RscLocation,
  RscOrder,
  RscTicket,
  Tag,
  Template,
} from './model/index.js'
export {
  type Command,
  type PcsOptions,
  type PcsVersion,
  pcsSteps,
  type ScriptStep,
  toPcs,
} from './pcs/index.js'
export * from './plan/index.js'
export * from './reduce/index.js'
export {
  type ConstraintKinds,
  type PictureOptions,
  type Shown,
  toDot,
  toDotDifference,
  toHtml,
  toMermaid,
  toSvg,
  toSvgDifference,
  toSvgPair,
} from './render/index.js'
export { type SourceOptions, toSource } from './source/index.js'
