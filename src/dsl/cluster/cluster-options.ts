import type {
  AclGroup,
  AclRole,
  AclTarget,
  Alert,
  Cluster,
  ClusterNode,
  Configuration,
  Constraint,
  ElementBase,
  Extra,
  FencingLevel,
  Policy,
  RawElement,
  Resource,
  Tag,
  UnknownOption,
} from '../../model/index.js'
import { fieldOf, shapes } from '../../model/shapes/shapes.js'
import type { AttributesOption } from '../attribute/attribute-sets.js'
import type { ClusterProperties, ResourceMeta } from '../attribute/known-attributes.js'
import { extraOptions } from '../extra.js'
import type { IdsOf } from '../ids.js'
import { type OptionTable, unknownOptions } from '../options.js'
import type { Value } from '../values.js'
import type { ChildOrder } from './child-order.js'
import type { CorosyncOptions } from './corosync-options.js'
import { unknownCorosyncOptions } from './corosync-unknown.js'
import type { NodeOptions } from './nodes.js'
import type { KnownReferences } from './references.js'
import { type SystemdServiceOptions, unknownServiceOptions } from './systemd-services.js'

/**
 * What a cluster consists of. The sections of nodes, properties, resources and constraints are always
 * there, unless `null` leaves one out; the others are there when they are given.
 */
export interface ClusterOptions<
  R extends readonly Resource[] = readonly Resource[],
  T extends readonly Tag[] = readonly Tag[],
  C extends readonly Constraint[] = readonly Constraint[],
> {
  /** The property cluster-name. */
  readonly name?: string
  /** The schema of the CIB; default `pacemaker-3.9`, `null` names none. */
  readonly schema?: string | null
  /** Further attributes of the `<cib>` element; the epochs are 0 unless `null` leaves one out. */
  readonly cib?: CibAttributes
  readonly nodes?: readonly (string | NodeOptions | ClusterNode)[] | null
  /** Options of the cluster; names that only agents read go into a set with an id of its own. */
  readonly properties?: AttributesOption<ClusterProperties> | null
  readonly rscDefaults?: AttributesOption<ResourceMeta>
  readonly opDefaults?: AttributesOption
  readonly resources?: R | null
  readonly constraints?: KnownReferences<C, IdsOf<R[number]> | IdsOf<T[number]>> | null
  readonly tags?: T
  readonly acls?: readonly (AclTarget | AclGroup | AclRole)[]
  readonly alerts?: readonly Alert[]
  readonly fencingLevels?: readonly FencingLevel[]
  /** How the nodes talk to each other; `toBootstrap` passes it to `pcs cluster setup`. */
  readonly corosync?: CorosyncOptions
  /** What systemd runs on each node, beside Pacemaker: `['httpd', { unit: 'memcached', restartSec: 5 }]`. */
  readonly services?: readonly (string | SystemdServiceOptions)[]
  /** What must be true of the cluster; `check` evaluates them. */
  readonly policies?: readonly Policy[]
  /** Children in another order than pcs writes: `{ clone: ['meta_attributes'] }` puts those first. */
  readonly childOrder?: ChildOrder
  /** What no schema knows in `cib`, `configuration` and the sections. */
  readonly extra?: SectionExtras
  /** What the cluster reported of itself. CIB: `<status>`. */
  readonly status?: RawElement
}

/** The attributes of the `<cib>` element, but for `validate-with`. */
type CibAttributes = {
  readonly [Name in Exclude<
    keyof Cluster,
    | 'element'
    | keyof ElementBase
    | 'configuration'
    | 'status'
    | 'policies'
    | 'corosync'
    | 'services'
    | 'validateWith'
  >]?: Value | null
}

export type SectionName = NonNullable<
  Configuration[Exclude<keyof Configuration, 'element' | keyof ElementBase>]
>['element']

type SectionExtras = { readonly [Name in 'cib' | 'configuration' | SectionName]?: Extra }

const clusterOptions = {
  of: 'cluster()',
  options: {
    name: 'child',
    schema: 'attribute',
    cib: 'child',
    nodes: 'child',
    properties: 'child',
    rscDefaults: 'child',
    opDefaults: 'child',
    resources: 'child',
    constraints: 'child',
    tags: 'child',
    acls: 'child',
    alerts: 'child',
    fencingLevels: 'child',
    corosync: 'child',
    services: 'child',
    policies: 'child',
    childOrder: 'child',
    extra: 'child',
    status: 'child',
  },
} as const satisfies OptionTable<ClusterOptions>

const namesOf = (of: string, names: readonly string[]) => ({
  of,
  options: Object.fromEntries(names.map((name) => [name, 'child' as const])),
})

const cibOptions = namesOf('the cib of cluster()', shapes.cib.attributes.map(fieldOf))
const childOrderOptions = namesOf('the childOrder of cluster()', Object.keys(shapes))
const sections = Object.values(shapes.configuration.slots).flatMap(({ accepts }) => accepts)
const sectionOptions = namesOf('the extra of cluster()', ['cib', 'configuration', ...sections])

/** The keys that are no options of a cluster, those of its corosync and the like included. */
export function unknownClusterOptions(options: ClusterOptions): UnknownOption[] {
  const { cib = {}, childOrder = {}, extra = {}, corosync, services = [] } = options
  return [
    ...unknownOptions(options, clusterOptions),
    ...unknownOptions(cib, cibOptions),
    ...unknownOptions(childOrder, childOrderOptions),
    ...unknownOptions(extra, sectionOptions),
    ...Object.values(extra).flatMap((each) => unknownOptions(each, extraOptions)),
    ...(corosync === undefined ? [] : unknownCorosyncOptions(corosync)),
    ...services.flatMap(unknownServiceOptions),
  ]
}
