export type { Command, ScriptStep } from './command/command.js'
export type { PcsVersion } from './command/pcs-version.js'
export { pcsSteps } from './plan/pcs-steps.js'
export { isToRun, type PcsOptions, resourcesToRun, toPcs } from './script/to-pcs.js'
