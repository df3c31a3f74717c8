/** `npm run bench`: how long things take, as ratios within one run. */
import { coldStart } from './bench/cold-start.mjs'
import { graph } from './bench/graph.mjs'
import { graphCheck } from './bench/graph-check.mjs'
import { live } from './bench/live.mjs'
import { ordered } from './bench/ordered.mjs'
import { pcsScripts } from './bench/pcs-scripts.mjs'
import { pcsSize } from './bench/pcs-size.mjs'
import { plans } from './bench/plan.mjs'
import { scale } from './bench/scale.mjs'
import { source } from './bench/source.mjs'
import { typeCheck } from './bench/type-check.mjs'

console.log(coldStart())
console.log(pcsScripts())
console.log(pcsSize())
console.log(live())
console.log(scale())
console.log(plans())
console.log(graph())
console.log(graphCheck())
console.log(ordered())
console.log(source())
console.log(typeCheck())
