/** `npm run bench`: how long things take, as ratios within one run. */
import { coldStart } from './bench/cold-start.mjs'

console.log(coldStart())
