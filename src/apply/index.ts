/** lightcib/apply: changes a live cluster to a description, step by step. Only for Node, and where Pacemaker is installed. */

export { type CibStore, type LiveOptions, liveCluster } from './cib-store.js'
export { type Preparation, type PrepareOptions, prepare } from './prepare.js'
export { type AppliedSteps, type RunOptions, rollback, runSteps } from './run-steps.js'
