/** lightcib: declare a Pacemaker cluster, prove things about it, get its CIB, its pcs script and its graphs. */

export * from './bootstrap/index.js'
export * from './check/index.js'
export { type ReadOptions, readCib, validateCluster, type WriteOptions, writeCib } from './cib/index.js'
export { type Code, catalogue } from './diagnostics/catalogue.js'
export {
  type Diagnostic,
  diagnostic,
  hasErrors,
  type Position,
  type Result,
  type Severity,
} from './diagnostics/diagnostic.js'
export * from './dsl/index.js'
export {
  type Cause,
  type ColocationEdge,
  type Counterexample,
  type CycleKind,
  colocationGraph,
  type FailureImpact,
  failureImpact,
  type Guarantee,
  type ImpliedOrder,
  impliedOrders,
  type OrderCycle,
  type OrderGraph,
  orderCycleDiagnostics,
  orderCycles,
  orderGraph,
  orderHints,
  runsOnlyWith,
  type StartPlan,
  type Step,
  startPlan,
  stepInWords,
  type Vertex,
  why,
} from './graph/index.js'
export * from './model/index.js'
export {
  type Command,
  type PcsOptions,
  type PcsVersion,
  pcsSteps,
  type Step as PcsStep,
  toPcs,
} from './pcs/index.js'
export * from './reduce/index.js'
export * from './render/index.js'
export * from './source/index.js'
