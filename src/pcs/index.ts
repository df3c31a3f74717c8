export type { Command, Step } from './command.js'
export type { PcsVersion } from './dialect.js'
export { pcsSteps } from './steps.js'
export { isToRun, type PcsOptions, resourcesToRun, toPcs } from './to-pcs.js'
