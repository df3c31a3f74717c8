export type { Command, Step } from './command.js'
export { pcsSteps } from './steps.js'
export { type PcsOptions, toPcs } from './to-pcs.js'
