import type { Diagnostic } from '../diagnostics/diagnostic.js'
import type { ClusterPropertySet, InstanceAttributes, MetaAttributes, Utilization } from './attributes.js'
import type { Constraint } from './constraints.js'
import type { Corosync } from './corosync.js'
import type { ElementBase, RawElement, UnknownOption } from './element.js'
import type { Resource } from './resources.js'

/** A machine of the cluster. CIB: `<node>`; corosync and pcs make it, no pcs command on a file does. */
export interface ClusterNode extends ElementBase {
  readonly element: 'node'
  readonly id?: string
  readonly uname?: string
  readonly type?: string
  readonly description?: string
  readonly score?: string
  readonly instanceAttributes: readonly InstanceAttributes[]
  readonly utilization: readonly Utilization[]
}

/** One step of fencing a node. CIB: `<fencing-level>`; `pcs stonith level add`. */
export interface FencingLevel extends ElementBase {
  readonly element: 'fencing-level'
  readonly id?: string
  readonly target?: string
  readonly targetPattern?: string
  readonly targetAttribute?: string
  readonly targetValue?: string
  readonly index?: string
  readonly devices?: string
}

/** A name for several objects. CIB: `<tag>`; `pcs tag create`. */
export interface Tag extends ElementBase {
  readonly element: 'tag'
  readonly id?: string
  readonly objRefs: readonly ObjRef[]
}

/** CIB: `<obj_ref>`; its id is a reference. */
export interface ObjRef extends ElementBase {
  readonly element: 'obj_ref'
  readonly id?: string
}

interface AclSubject<Name extends string> extends ElementBase {
  readonly element: Name
  readonly id?: string
  readonly name?: string
  readonly roles: readonly AclRoleRef[]
}

/** A user and the roles it has. CIB: `<acl_target>`; `pcs acl user create`. */
export type AclTarget = AclSubject<'acl_target'>
/** A group of users and its roles. CIB: `<acl_group>`; `pcs acl group create`. */
export type AclGroup = AclSubject<'acl_group'>

/** CIB: `<role>` inside a target or group; its id is a reference. */
export interface AclRoleRef extends ElementBase {
  readonly element: 'role'
  readonly id?: string
}

/** What a role may do. CIB: `<acl_role>`; `pcs acl role create`. */
export interface AclRole extends ElementBase {
  readonly element: 'acl_role'
  readonly id?: string
  readonly description?: string
  readonly permissions: readonly AclPermission[]
}

/** CIB: `<acl_permission>`; `pcs acl permission add`. */
export interface AclPermission extends ElementBase {
  readonly element: 'acl_permission'
  readonly id?: string
  readonly kind?: string
  readonly xpath?: string
  readonly reference?: string
  readonly objectType?: string
  readonly attribute?: string
  readonly description?: string
}

/** A program that hears of events. CIB: `<alert>`; `pcs alert create`. */
export interface Alert extends ElementBase {
  readonly element: 'alert'
  readonly id?: string
  readonly path?: string
  readonly description?: string
  readonly instanceAttributes: readonly InstanceAttributes[]
  readonly metaAttributes: readonly MetaAttributes[]
  readonly select?: Select
  readonly recipients: readonly Recipient[]
}

/** CIB: `<recipient>`; `pcs alert recipient add`. */
export interface Recipient extends ElementBase {
  readonly element: 'recipient'
  readonly id?: string
  readonly value?: string
  readonly description?: string
  readonly instanceAttributes: readonly InstanceAttributes[]
  readonly metaAttributes: readonly MetaAttributes[]
}

/** Which events an alert hears of. CIB: `<select>`. */
export interface Select extends ElementBase {
  readonly element: 'select'
  readonly attributes?: SelectAttributes
  readonly fencing?: SelectKind<'select_fencing'>
  readonly nodes?: SelectKind<'select_nodes'>
  readonly resources?: SelectKind<'select_resources'>
}

/** CIB: `<select_attributes>`. */
export interface SelectAttributes extends ElementBase {
  readonly element: 'select_attributes'
  readonly attributes: readonly SelectAttribute[]
}

/** CIB: `<attribute>` inside `select_attributes`. */
export interface SelectAttribute extends ElementBase {
  readonly element: 'attribute'
  readonly id?: string
  readonly name?: string
}

/** CIB: `<select_fencing/>`, `<select_nodes/>`, `<select_resources/>`. */
export interface SelectKind<
  Name extends 'select_fencing' | 'select_nodes' | 'select_resources' =
    | 'select_fencing'
    | 'select_nodes'
    | 'select_resources',
> extends ElementBase {
  readonly element: Name
}

/** A list of one kind of things below `<configuration>`. */
export interface Section<Name extends string, Item> extends ElementBase {
  readonly element: Name
  readonly items: readonly Item[]
}

/** CIB: `<crm_config>`. */
export type CrmConfig = Section<'crm_config', ClusterPropertySet>
/** CIB: `<nodes>`. */
export type Nodes = Section<'nodes', ClusterNode>
/** CIB: `<resources>`. */
export type Resources = Section<'resources', Resource>
/** CIB: `<constraints>`. */
export type Constraints = Section<'constraints', Constraint>
/** CIB: `<fencing-topology>`. */
export type FencingTopology = Section<'fencing-topology', FencingLevel>
/** CIB: `<tags>`. */
export type Tags = Section<'tags', Tag>
/** CIB: `<acls>`. */
export type Acls = Section<'acls', AclTarget | AclGroup | AclRole>
/** CIB: `<alerts>`. */
export type Alerts = Section<'alerts', Alert>
/** CIB: `<rsc_defaults>`; `pcs resource defaults set create`. */
export type RscDefaults = Section<'rsc_defaults', MetaAttributes>
/** CIB: `<op_defaults>`; `pcs resource op defaults set create`. */
export type OpDefaults = Section<'op_defaults', MetaAttributes>

/** All that an administrator decides. CIB: `<configuration>`. */
export interface Configuration extends ElementBase {
  readonly element: 'configuration'
  readonly crmConfig?: CrmConfig
  readonly nodes?: Nodes
  readonly resources?: Resources
  readonly constraints?: Constraints
  readonly fencingTopology?: FencingTopology
  readonly acls?: Acls
  readonly tags?: Tags
  readonly alerts?: Alerts
  readonly rscDefaults?: RscDefaults
  readonly opDefaults?: OpDefaults
}

/** A whole cluster: the root of the tree. CIB: `<cib>`. */
export interface Cluster extends ElementBase {
  readonly element: 'cib'
  readonly validateWith?: string
  readonly adminEpoch?: string
  readonly epoch?: string
  readonly numUpdates?: string
  readonly crmFeatureSet?: string
  readonly remoteTlsPort?: string
  readonly remoteClearPort?: string
  readonly haveQuorum?: string
  readonly dcUuid?: string
  readonly cibLastWritten?: string
  readonly noQuorumPanic?: string
  readonly updateOrigin?: string
  readonly updateClient?: string
  readonly updateUser?: string
  readonly executionDate?: string
  readonly configuration: Configuration
  /** What the cluster reports of itself, as it was read. */
  readonly status?: RawElement
  /** What must be true of this cluster; `check` evaluates them. Not part of the CIB. */
  readonly policies?: readonly Policy[]
  /** How the nodes talk to each other. Not part of the CIB. */
  readonly corosync?: Corosync
}

/** A rule that a cluster must keep; `check` evaluates it and returns every violation. */
export interface Policy {
  /** Kebab-case, the name on the command line. */
  readonly name: string
  readonly check: (cluster: Cluster) => readonly Diagnostic[]
  /** Options that it was given and does not know; `check` reports each. */
  readonly unknownOptions?: readonly UnknownOption[]
}
