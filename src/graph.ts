/** lightcib/graph: what follows from a cluster's constraints, and the graphs that it follows from. */

export { type CycleKind, type OrderCycle, orderCycles } from './graph/analysis/cycles.js'
export { type FailureImpact, failureImpact } from './graph/analysis/failure-impact.js'
export { type ImpliedOrder, impliedOrders } from './graph/analysis/implied-orders.js'
export { type StartPlan, startPlan } from './graph/analysis/start-plan.js'
export { why } from './graph/analysis/why.js'
export { stepInWords } from './graph/analysis/wording.js'
export { type ColocationEdge, colocationGraph } from './graph/colocation/colocation-graph.js'
export type { Counterexample, NodeState } from './graph/colocation/counterexample.js'
export { type Guarantee, runsOnlyWith } from './graph/colocation/guarantee.js'
export { orderGraph } from './graph/order/build.js'
export type { OrderGraph } from './graph/order/order-graph.js'
export type { Cause, ConstraintCause, RuleCause, Step, Vertex } from './graph/order/vertex.js'
