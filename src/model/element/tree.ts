import type { AclGroup, AclPermission, AclRole, AclRoleRef, AclTarget } from './acls.js'
import type { Alert, Recipient, Select, SelectAttribute, SelectAttributes, SelectKind } from './alerts.js'
import type {
  ClusterPropertySet,
  DateExpression,
  DateSpec,
  Duration,
  Expression,
  InstanceAttributes,
  MetaAttributes,
  Nvpair,
  OpExpression,
  RscExpression,
  Rule,
  Utilization,
} from './attributes.js'
import type {
  Acls,
  Alerts,
  Cluster,
  ClusterNode,
  Configuration,
  Constraints,
  CrmConfig,
  FencingLevel,
  FencingTopology,
  Nodes,
  ObjRef,
  OpDefaults,
  Resources,
  RscDefaults,
  Tag,
  Tags,
} from './configuration.js'
import type {
  Lifetime,
  ResourceRef,
  ResourceSet,
  RscColocation,
  RscLocation,
  RscOrder,
  RscTicket,
} from './constraints.js'
import type {
  Bundle,
  BundleStorage,
  Clone,
  Docker,
  Group,
  Master,
  Network,
  Op,
  Operations,
  Podman,
  PortMapping,
  Primitive,
  Rkt,
  StorageMapping,
  Template,
} from './resources.js'

/** Every element of a cluster, distinguished by `element`, its name in the CIB. */
export type CibElement =
  | Cluster
  | Configuration
  | CrmConfig
  | ClusterPropertySet
  | Nodes
  | ClusterNode
  | Resources
  | Primitive
  | Template
  | Group
  | Clone
  | Master
  | Bundle
  | Docker
  | Podman
  | Rkt
  | Network
  | PortMapping
  | BundleStorage
  | StorageMapping
  | Operations
  | Op
  | InstanceAttributes
  | MetaAttributes
  | Utilization
  | Nvpair
  | Rule
  | Expression
  | DateExpression
  | DateSpec
  | Duration
  | RscExpression
  | OpExpression
  | Constraints
  | RscOrder
  | RscColocation
  | RscLocation
  | RscTicket
  | ResourceSet
  | ResourceRef
  | Lifetime
  | FencingTopology
  | FencingLevel
  | Tags
  | Tag
  | ObjRef
  | Acls
  | AclTarget
  | AclGroup
  | AclRole
  | AclRoleRef
  | AclPermission
  | Alerts
  | Alert
  | Recipient
  | Select
  | SelectAttributes
  | SelectAttribute
  | SelectKind<'select_fencing'>
  | SelectKind<'select_nodes'>
  | SelectKind<'select_resources'>
  | RscDefaults
  | OpDefaults

export type ElementName = CibElement['element']
export type ElementOf<Name extends ElementName> = Extract<CibElement, { readonly element: Name }>

/** A back end's table: one function for each element it prints, none missing. */
export type Handlers<Name extends ElementName, Context, Result> = {
  readonly [K in Name]: (element: ElementOf<K>, context: Context) => Result
}

/** The result of the handler that belongs to the element. */
export function handle<Name extends ElementName, Context, Result>(
  handlers: Handlers<Name, Context, Result>,
  element: ElementOf<Name>,
  context: Context,
): Result {
  const handler = handlers[element.element as Name] as (element: ElementOf<Name>, context: Context) => Result
  return handler(element, context)
}
