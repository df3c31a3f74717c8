/** lightcib/model: the elements of a cluster, and how to find them. For tools that read or write clusters. */

export { type Agent, agentOf, parseAgent } from './agent.js'
export type * from './attributes.js'
export { booleanOf } from './booleans.js'
export type * from './configuration.js'
export type * from './constraints.js'
export type * from './corosync.js'
export type * from './element.js'
export { idOf, type Ref } from './ref.js'
export type * from './resources.js'
export { INFINITY_SCORE, scoreOf } from './scores.js'
export {
  type Collective,
  constraintsOf,
  isPromotable,
  nodesOf,
  nvpairValue,
  primitivesOf,
  resourcesOf,
} from './sections.js'
export { type CibElement, type ElementName, type ElementOf, type Handlers, handle } from './tree.js'
export { childrenOf, type Place, pathOf, placeOfId, placesOf, walk } from './walk.js'
