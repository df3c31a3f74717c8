export { looksLikeCrm, readCrm } from './read/read-crm.js'
export { toCrm } from './write/to-crm.js'
