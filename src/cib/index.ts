export { type ReadOptions, readCib } from './read.js'
export { translateCluster, translateForPcs } from './translate/translate.js'
export { validateCluster } from './validate/validate.js'
export { type WriteOptions, writeCib } from './write.js'
