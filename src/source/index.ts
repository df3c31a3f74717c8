export { toSource } from './to-source.js'
