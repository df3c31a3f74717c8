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
export type { ChildOrder } from './child-order.js'
export { type ClusterOptions, cluster } from './cluster.js'
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
export type { CorosyncOptions } from './corosync.js'
export { raw, withExtra } from './extra.js'
export { type FencingTarget, fencingLevel } from './fencing.js'
export { type IdsOf, unchecked } from './ids.js'
export { type LocationOptions, location, locationRule, locationSets, type Pattern } from './location.js'
export type { NodeOptions } from './nodes.js'
export {
  type OperationsByName,
  type OperationsOption,
  type OpOptions,
  operations,
  operationsRef,
} from './operations.js'
export type { OneOrMany, Part, Value } from './part.js'
export {
  type CollectiveOptions,
  clone,
  group,
  master,
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
export type { ResourceSetOptions, SetOption } from './sets.js'
export { tag } from './tags.js'
export type { Action, OrderKind, Role } from './words.js'
