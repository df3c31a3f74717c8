export { haproxiesOf, vipsOf } from '../../model/index.js'
