import type { Diagnostic } from '../../diagnostics/diagnostic.js'
import type { AclGroup, AclRole, AclTarget } from './acls.js'
import type { Alert } from './alerts.js'
import type { ClusterPropertySet, InstanceAttributes, MetaAttributes, Utilization } from './attributes.js'
import type { Constraint } from './constraints.js'
import type { Corosync } from './corosync.js'
import type { ElementBase, RawElement, UnknownOption } from './element.js'
import type { Resource } from './resources.js'
import type { SystemdService } from './systemd-service.js'

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
  /** What systemd runs on each node, beside Pacemaker. Not part of the CIB. */
  readonly services?: readonly SystemdService[]
}

/** A rule that a cluster must keep; `check` evaluates it and returns every violation. */
export interface Policy {
  /** Kebab-case, the name on the command line. */
  readonly name: string
  /** All violations. `settle` answers what the configuration alone does not decide; without it that is reported as it is. */
  readonly check: (cluster: Cluster, settle?: Settle) => readonly Diagnostic[]
  /** What it requires of each state of the cluster: of each list, one must be true. */
  readonly questions?: (cluster: Cluster) => readonly (readonly PlacementQuestion[])[]
  /** What it requires of what happens, all of it. */
  readonly eventQuestions?: (cluster: Cluster) => readonly EventQuestion[]
  /** Options that it was given and does not know; `check` reports each. */
  readonly unknownOptions?: readonly UnknownOption[]
}

/** A question about two resources: whether one runs only where the other runs, or never where it runs. */
export interface PlacementQuestion {
  readonly kind: 'runs-only-with' | 'never-runs-with'
  readonly rsc: string
  readonly withRsc: string
  /** The role of the resource itself; any by default. */
  readonly role?: 'Promoted' | 'Unpromoted'
  /** The role in which the other has to be; any by default. */
  readonly withRole?: 'Promoted' | 'Unpromoted'
}

/** A question about what happens to a cluster: after every event, or after a failure of one resource. */
export type EventQuestion =
  /** Whether a resource leaves no node before another runs. */
  | { readonly kind: 'stays-until'; readonly rsc: string; readonly until: string }
  /** Whether no failure of a resource stops another, not even to start it again. */
  | { readonly kind: 'failure-never-stops'; readonly failing: string; readonly rsc: string }
  /** Whether one failed instance causes no more actions than this. */
  | { readonly kind: 'failure-stays-within'; readonly failing: string; readonly actions: number }
  /** Whether a resource runs again after up to so many failures. */
  | { readonly kind: 'recovers'; readonly rsc: string; readonly within: number }

/** Answers a question that the configuration alone leaves unknown; undefined where it cannot either. */
export type Settle = (question: PlacementQuestion | EventQuestion) => QuestionAnswer | undefined

export interface QuestionAnswer {
  readonly verdict: 'guaranteed' | 'not-guaranteed' | 'unknown'
  readonly reason: string
}
