import type {
  AclGroup,
  AclRole,
  AclTarget,
  Alert,
  Cluster,
  ClusterNode,
  Configuration,
  Constraint,
  Extra,
  FencingLevel,
  Policy,
  RawElement,
  Resource,
  Section,
  Tag,
} from '../../model/index.js'
import { markDeclared } from '../../model/language.js'
import { idsIn } from '../../model/walk.js'
import type { AttributesOption } from '../attribute/attribute-sets.js'
import { withUniqueIds } from '../constraint/constraint-id.js'
import type { IdsOf } from '../ids.js'
import { texts, type Value } from '../values.js'
import { type ChildOrder, inChildOrder } from './child-order.js'
import { type CorosyncOptions, corosyncOf } from './corosync.js'
import { defaultSets, propertySets } from './defaults.js'
import { type NodeOptions, nodeOf } from './nodes.js'

/**
 * What a cluster is made of. The sections of nodes, properties, resources and constraints are always
 * there, unless `null` leaves one out; the others are there where they are given.
 */
export interface ClusterOptions<R extends readonly Resource[], T extends readonly Tag[]> {
  /** The property cluster-name. */
  readonly name?: string
  /** The schema of the CIB; default `pacemaker-3.9`, `null` names none. */
  readonly schema?: string | null
  /** Further attributes of the `<cib>` element; the epochs are 0 unless `null` leaves one out. */
  readonly cib?: { readonly [Name in CibAttribute]?: Value | null }
  readonly nodes?: readonly (string | NodeOptions | ClusterNode)[] | null
  readonly properties?: AttributesOption | null
  readonly rscDefaults?: AttributesOption
  readonly opDefaults?: AttributesOption
  readonly resources?: R | null
  readonly constraints?: readonly Constraint<NoInfer<IdsOf<R[number]> | IdsOf<T[number]>>>[] | null
  readonly tags?: T
  readonly acls?: readonly (AclTarget | AclGroup | AclRole)[]
  readonly alerts?: readonly Alert[]
  readonly fencingLevels?: readonly FencingLevel[]
  /** How the nodes talk to each other; `toBootstrap` hands it to `pcs cluster setup`. */
  readonly corosync?: CorosyncOptions
  /** What must hold; `check` asks them. */
  readonly policies?: readonly Policy[]
  /** Where children stand in another order than pcs writes: `{ clone: ['meta_attributes'] }` puts those first. */
  readonly childOrder?: ChildOrder
  /** What `cib`, `configuration` and the sections hold that no schema knows. */
  readonly extra?: { readonly [Name in 'cib' | 'configuration' | SectionName]?: Extra }
  /** What the cluster reported of itself. CIB: `<status>`. */
  readonly status?: RawElement
}

type CibAttribute = Exclude<
  keyof Cluster,
  'element' | 'extra' | 'configuration' | 'status' | 'policies' | 'corosync' | 'validateWith'
>
type SectionName = NonNullable<Configuration[Exclude<keyof Configuration, 'element' | 'extra'>]>['element']

/**
 * A whole cluster. Constraints that name what is not among the resources do not compile; `check`
 * says the same at run time, of every reference. Its CIB is written by `writeCib`, its script by `toPcs`.
 */
export function cluster<const R extends readonly Resource[] = [], const T extends readonly Tag[] = []>(
  options: ClusterOptions<R, T>,
): Cluster {
  const { schema = 'pacemaker-3.9', cib, status, policies, corosync, childOrder, extra = {} } = options
  const made: Cluster = {
    element: 'cib',
    ...texts({ validateWith: schema, adminEpoch: 0, epoch: 0, numUpdates: 0, ...cib }),
    configuration: { element: 'configuration', ...sectionsOf(options), ...extraOf(extra.configuration) },
    ...(status === undefined ? {} : { status }),
    ...(policies === undefined ? {} : { policies }),
    ...(corosync === undefined ? {} : { corosync: corosyncOf(corosync) }),
    ...extraOf(extra.cib),
  }
  return markDeclared(childOrder === undefined ? made : inChildOrder(made, childOrder))
}

/** The sections of the configuration, those without content only where they are given or always there. */
function sectionsOf(
  options: ClusterOptions<readonly Resource[], readonly Tag[]>,
): Omit<Configuration, 'element' | 'extra'> {
  const section = <Name extends SectionName, Item>(
    element: Name,
    items: readonly Item[],
  ): Section<Name, Item> => ({ element, items, ...extraOf(options.extra?.[element]) })
  const { name, nodes = [], properties = {}, resources = [], constraints = [] } = options
  const { fencingLevels, acls, tags, alerts, rscDefaults, opDefaults } = options
  return {
    ...(properties !== null && { crmConfig: section('crm_config', propertySets(name, properties)) }),
    ...(nodes !== null && { nodes: section('nodes', nodes.map(nodeOf)) }),
    ...(resources !== null && { resources: section('resources', resources) }),
    ...(constraints !== null && {
      constraints: section('constraints', withUniqueIds(constraints, idsIn(resources ?? []))),
    }),
    ...(fencingLevels && { fencingTopology: section('fencing-topology', fencingLevels) }),
    ...(acls && { acls: section('acls', acls) }),
    ...(tags && { tags: section('tags', tags) }),
    ...(alerts && { alerts: section('alerts', alerts) }),
    ...(rscDefaults && {
      rscDefaults: section('rsc_defaults', defaultSets('rsc_defaults', rscDefaults)),
    }),
    ...(opDefaults && { opDefaults: section('op_defaults', defaultSets('op_defaults', opDefaults)) }),
  }
}

function extraOf(extra: Extra | undefined): { readonly extra?: Extra } {
  return extra === undefined ? {} : { extra }
}
