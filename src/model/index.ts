/** lightcib/model: the elements of a cluster, and how to find them. For tools that read or write clusters. */

export { type Agent, agentOf, parseAgent } from './agent.js'
export { booleanOf } from './booleans.js'
export type * from './element/acls.js'
export type * from './element/alerts.js'
export type * from './element/attributes.js'
export type * from './element/configuration.js'
export type * from './element/constraints.js'
export type * from './element/corosync.js'
export type * from './element/element.js'
export type * from './element/resources.js'
export type * from './element/systemd-service.js'
export { type CibElement, type ElementName, type ElementOf, type Handlers, handle } from './element/tree.js'
export { idOf, type Ref } from './ref.js'
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
export { childrenOf, type Place, pathOf, placeOfId, placesOf, walk } from './walk.js'
