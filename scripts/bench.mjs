/** `npm run bench`: how long things take, as ratios within one run. */
import { coldStart } from './bench/cold-start.mjs'
import { scale } from './bench/scale.mjs'

console.log(coldStart())
console.log(await scale())
