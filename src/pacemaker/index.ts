/** lightcib/pacemaker: the real crm_verify and crm_simulate, asked about a cluster. Only for Node, and where Pacemaker is installed. */

export type { Action } from './action.js'
export type { Cause, CauseKind } from './cause/cause.js'
export type { ActiveResource, ClusterStatus } from './cluster-status.js'
export {
  type ComparedEvent,
  type CompareOptions,
  type Comparison,
  compare,
  type UnpromotedResource,
} from './compare/compare.js'
export type { PlacementDifference } from './compare/placement-difference.js'
export type { ClusterSize } from './compare/size.js'
export type { Difference, Move } from './event/outcome.js'
export { type Exploration, type ExploredEvent, type ExploreOptions, explore } from './explore/explore.js'
export { liveCib } from './live/cib.js'
export { type ClusterReport, clusterReport, type ReportedResource } from './live/report.js'
export { type UnitState, unitStates } from './live/units.js'
export { toReport } from './report/to-report.js'
export { readPcsScript } from './script/read-script.js'
export { type SimulateOptions, type Simulation, simulate, type TimeLimit } from './simulate.js'
export type { StartOptions } from './start.js'
export type { NodeChanges, SyntheticStatus } from './status/synthetic-status.js'
export { NotInstalledError, PacemakerError } from './tool/pacemaker-error.js'
export { type Verification, type VerifyMessage, verify } from './verify.js'
export type { ProvenCause, Reason } from './why/reason.js'
export { type Sentence, sentencesOf } from './why/sentences.js'
export { type Consequences, type Supposition, whatIf } from './why/what-if.js'
export { type WhyOptions, why, whyNot, whyStopped } from './why/why.js'
export { whyMoved } from './why/why-moved.js'
