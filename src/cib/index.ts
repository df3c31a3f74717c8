export { type ReadOptions, readCib } from './read.js'
export { translateCluster } from './translate/translate.js'
export { validateCluster } from './validate/index.js'
export { type WriteOptions, writeCib } from './write.js'
