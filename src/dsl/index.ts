export { aclGroup, aclRole, aclTarget, permission } from './acls.js'
export { type AgentName, type AgentParameters, type Ocf, ocf, type ParametersOf } from './agents.js'
export { type AlertOptions, alert, recipient, type SelectOptions } from './alerts.js'
export {
  type AttributeSetOptions,
  type Attributes,
  type AttributesOption,
  attributeSet,
  attributeSetRef,
  nvpair,
} from './attributes.js'
export {
  type BundleOptions,
  bundle,
  type ContainerOptions,
  docker,
  type NetworkOptions,
  podman,
  portMapping,
  rkt,
  storageMapping,
} from './bundle.js'
export { type ClusterOptions, cluster, type NodeOptions } from './cluster.js'
export {
  type ColocationOptions,
  colocation,
  colocationSets,
  type OrderOptions,
  order,
  orderSets,
  type TicketOptions,
  ticket,
  ticketSets,
} from './constraints.js'
export { type FencingTarget, fencingLevel } from './fencing.js'
export type { IdsOf } from './ids.js'
export { type LocationOptions, location, locationRule, locationSets, type Pattern } from './location.js'
export type { OperationsOption, OpOptions } from './operations.js'
export type { OneOrMany, Part, Value } from './part.js'
export {
  clone,
  group,
  type PrimitiveOptions,
  type PromotableOptions,
  primitive,
  primitiveOf,
  promotable,
  type ResourceOptions,
  systemd,
  template,
} from './resources.js'
export {
  type Condition,
  type DateOptions,
  dateExpression,
  expression,
  opExpression,
  type RuleOptions,
  rscExpression,
  rule,
  ruleRef,
} from './rules.js'
export type { Action, OrderKind, ResourceSetOptions, Role, SetOption } from './sets.js'
