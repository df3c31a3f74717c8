export { type ReadOptions, readCib } from './read.js'
export { validateCluster } from './validate/index.js'
export { type WriteOptions, writeCib } from './write.js'
