export type { BooleanParameter, IntegerParameter, TextParameter } from './agents/parameter-values.js'
export type { FencingParameters } from './agents/stonith.generated.js'
export {
  type AttributeSetOptions,
  type Attributes,
  type AttributesOption,
  attributeSet,
  attributeSetRef,
  type NvpairBuilder,
  nvpair,
} from './attribute/attribute-sets.js'
export {
  type DateOptions,
  dateExpression,
  type ExpressionOptions,
  expression,
  type OpExpressionOptions,
  opExpression,
  rscExpression,
} from './attribute/expressions.js'
export type { ClusterProperties, ResourceMeta } from './attribute/known-attributes.js'
export { type Condition, type RuleOptions, rule, ruleRef } from './attribute/rules.js'
export { aclGroup, aclRole, aclTarget, type PermissionScope, permission } from './cluster/acls.js'
export {
  type AlertOptions,
  alert,
  type RecipientOptions,
  recipient,
  type SelectOptions,
} from './cluster/alerts.js'
export type { ChildOrder } from './cluster/child-order.js'
export { cluster } from './cluster/cluster.js'
export type { ClusterOptions } from './cluster/cluster-options.js'
export type { CorosyncOptions } from './cluster/corosync-options.js'
export { type FencingTarget, fencingLevel } from './cluster/fencing.js'
export type { NodeOptions } from './cluster/nodes.js'
export type { UnknownId } from './cluster/references.js'
export type { SystemdServiceOptions } from './cluster/systemd-services.js'
export { tag } from './cluster/tags.js'
export {
  type ColocationOptions,
  type ColocationSetsOptions,
  colocation,
  colocationSets,
} from './constraint/colocation.js'
export {
  type LocationOptions,
  type LocationTarget,
  location,
  locationRule,
  locationSets,
  type Pattern,
} from './constraint/location.js'
export { type OrderOptions, type OrderSetsOptions, order, orderSets } from './constraint/order.js'
export type { ResourceSetOptions, SetOption } from './constraint/resource-sets.js'
export { type TicketOptions, type TicketSetsOptions, ticket, ticketSets } from './constraint/ticket.js'
export type { Action, OrderKind, Role } from './enumerations.js'
export { raw, withExtra } from './extra.js'
export { type IdsOf, unchecked } from './ids.js'
export type { AgentName, AgentParameters, ParametersOf } from './resource/agent-parameters.js'
export { type BundleOptions, bundle, type NetworkOptions } from './resource/bundle.js'
export { type CloneOptions, clone, group, master, promotable } from './resource/collective.js'
export {
  type ContainerOptions,
  docker,
  type PortMappingOptions,
  podman,
  portMapping,
  rkt,
  type StorageMappingOptions,
  storageMapping,
} from './resource/container.js'
export { type Ocf, ocf, type Stonith, stonith } from './resource/ocf.js'
export {
  type OperationsByName,
  type OperationsOption,
  type OpOptions,
  operations,
  operationsRef,
} from './resource/operations.js'
export {
  type PrimitiveOptions,
  primitive,
  primitiveOf,
  type SystemdOptions,
  systemd,
  template,
} from './resource/primitive.js'
export type { CollectiveOptions, ResourceOptions } from './resource/resource-fields.js'
export { secret } from './secrets.js'
export { suppress } from './suppress.js'
export type { ChildBuilder, OneOrMany, Value } from './values.js'
