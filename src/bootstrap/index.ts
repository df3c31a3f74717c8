export { toBootstrap } from './to-bootstrap.js'
