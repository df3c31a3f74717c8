export {
  type AttributeSetOptions,
  type Attributes,
  type AttributesOption,
  attributeSet,
  attributeSetRef,
  nvpair,
} from './attribute/attribute-sets.js'
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
} from './attribute/rules.js'
export { aclGroup, aclRole, aclTarget, permission } from './cluster/acls.js'
export { type AlertOptions, alert, recipient, type SelectOptions } from './cluster/alerts.js'
export type { ChildOrder } from './cluster/child-order.js'
export { type ClusterOptions, cluster } from './cluster/cluster.js'
export type { CorosyncOptions } from './cluster/corosync.js'
export { type FencingTarget, fencingLevel } from './cluster/fencing.js'
export type { NodeOptions } from './cluster/nodes.js'
export { tag } from './cluster/tags.js'
export {
  type LocationOptions,
  location,
  locationRule,
  locationSets,
  type Pattern,
} from './constraint/location.js'
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
} from './constraint/order.js'
export type { ResourceSetOptions, SetOption } from './constraint/resource-sets.js'
export type { Action, OrderKind, Role } from './enumerations.js'
export { raw, withExtra } from './extra.js'
export { type IdsOf, unchecked } from './ids.js'
export { type AgentName, type AgentParameters, type Ocf, ocf, type ParametersOf } from './resource/agents.js'
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
} from './resource/bundle.js'
export {
  type OperationsByName,
  type OperationsOption,
  type OpOptions,
  operations,
  operationsRef,
} from './resource/operations.js'
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
} from './resource/primitive.js'
export type { ChildBuilder, OneOrMany, Value } from './values.js'
