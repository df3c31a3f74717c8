export { readCib } from './read.js'
export { type WriteOptions, writeCib } from './write.js'
