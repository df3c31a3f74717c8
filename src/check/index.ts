export { check } from './check.js'
export * from './policies/index.js'
