/** lightcib/model: the elements of a cluster, and the ways through them. For tools that read or write clusters. */

export { type Agent, agentOf, parseAgent } from './model/agent.js'
export type * from './model/attributes.js'
export type * from './model/configuration.js'
export type * from './model/constraints.js'
export type * from './model/corosync.js'
export type * from './model/element.js'
export type { Policy } from './model/policy.js'
export { idOf, type Ref } from './model/ref.js'
export type * from './model/resources.js'
export { INFINITY_SCORE, scoreOf } from './model/scores.js'
export {
  type Collective,
  constraintsOf,
  isPromotable,
  isTrue,
  nodesOf,
  nvpairValue,
  primitivesOf,
  resourcesOf,
} from './model/sections.js'
export { type CibElement, type ElementName, type ElementOf, type Handlers, handle } from './model/tree.js'
export { childrenOf, type Place, pathOf, placeOfId, placesOf, walk } from './model/walk.js'
