export { type SourceOptions, toSource } from './to-source.js'
