export { toDot } from './dot.js'
export { toMermaid } from './mermaid.js'
export type { PictureOptions, Shown } from './picture.js'
export { toSvg } from './svg.js'
