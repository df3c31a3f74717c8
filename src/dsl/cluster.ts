import {
  type AclGroup,
  type AclRole,
  type AclTarget,
  type Alert,
  type Cluster,
  type Constraint,
  type FencingLevel,
  type Node,
  type Policy,
  pcsId,
  type Resource,
  type Section,
  sanitizeId,
  type Tag,
  walk,
} from '../model/index.js'
import { type Attributes, type AttributesOption, setsOf } from './attributes.js'
import { withUniqueIds } from './constraint-id.js'
import type { IdsOf } from './ids.js'
import { texts, type Value } from './part.js'

/** A machine; `id` is corosync's node id, by default the place in the list counted from 1. */
export interface NodeOptions {
  readonly uname: string
  readonly id?: Value
  readonly type?: 'member' | 'remote' | 'ping'
  readonly description?: string
  readonly score?: Value
  /** Node attributes, for rules: `{ 'haproxy-role': true }`. */
  readonly attributes?: AttributesOption
  readonly utilization?: AttributesOption
}

export interface ClusterOptions<R extends readonly Resource[], T extends readonly Tag[]> {
  /** The property cluster-name. */
  readonly name?: string
  /** The schema of the CIB; default `pacemaker-3.9`. */
  readonly schema?: string
  /** Further attributes of the `<cib>` element. */
  readonly cib?: { readonly [Name in CibAttribute]?: Value }
  readonly nodes?: readonly (string | NodeOptions)[]
  readonly properties?: AttributesOption
  readonly rscDefaults?: AttributesOption
  readonly opDefaults?: AttributesOption
  readonly resources?: R
  readonly constraints?: readonly Constraint<NoInfer<IdsOf<R[number]> | IdsOf<T[number]>>>[]
  readonly tags?: T
  readonly acls?: readonly (AclTarget | AclGroup | AclRole)[]
  readonly alerts?: readonly Alert[]
  readonly fencingLevels?: readonly FencingLevel[]
  /** What must hold; `check` asks them. */
  readonly policies?: readonly Policy[]
}

type CibAttribute = Exclude<
  keyof Cluster,
  'element' | 'kept' | 'configuration' | 'status' | 'policies' | 'validateWith'
>

/**
 * A whole cluster. Constraints that name what is not among the resources do not compile; `check`
 * says the same at run time, of every reference. Its CIB is written by `writeCib`, its script by `toPcs`.
 */
export function cluster<const R extends readonly Resource[] = [], const T extends readonly Tag[] = []>(
  options: ClusterOptions<R, T>,
): Cluster {
  const { resources = [], constraints = [], tags = [], acls = [], alerts = [], fencingLevels = [] } = options
  const section = <Name extends string, Item>(
    element: Name,
    items: readonly Item[],
  ): Section<Name, Item> => ({ element, items })
  return {
    element: 'cib',
    validateWith: options.schema ?? 'pacemaker-3.9',
    adminEpoch: '0',
    epoch: '0',
    numUpdates: '0',
    ...texts(options.cib ?? {}),
    configuration: {
      element: 'configuration',
      crmConfig: section('crm_config', propertySets(options)),
      nodes: section('nodes', (options.nodes ?? []).map(nodeOf)),
      resources: section('resources', resources),
      constraints: section('constraints', withUniqueIds(constraints, resourceIds(resources))),
      ...(fencingLevels.length === 0 ? {} : { fencingTopology: section('fencing-topology', fencingLevels) }),
      ...(acls.length === 0 ? {} : { acls: section('acls', acls) }),
      ...(tags.length === 0 ? {} : { tags: section('tags', tags) }),
      ...(alerts.length === 0 ? {} : { alerts: section('alerts', alerts) }),
      ...(options.rscDefaults === undefined
        ? {}
        : { rscDefaults: section('rsc_defaults', defaults('rsc_defaults', options.rscDefaults)) }),
      ...(options.opDefaults === undefined
        ? {}
        : { opDefaults: section('op_defaults', defaults('op_defaults', options.opDefaults)) }),
    },
    ...(options.policies === undefined ? {} : { policies: options.policies }),
  }
}

/** Properties that the cluster sets by itself stand under their whole name, the others under the 20 letters of pcs. */
const clusterOwned = new Set([
  'cluster-infrastructure',
  'cluster-name',
  'dc-version',
  'have-watchdog',
  'last-lrm-refresh',
])

function propertySets({ name, properties }: ClusterOptions<readonly Resource[], readonly Tag[]>) {
  const named = name === undefined ? {} : { 'cluster-name': name }
  const option = properties === undefined || isPlain(properties) ? { ...named, ...properties } : properties
  return setsOf('cluster_property_set', '', option, {
    setId: 'cib-bootstrap-options',
    nvpairId: (set, property) =>
      clusterOwned.has(property) ? sanitizeId(`${set}-${property}`) : pcsId.shortNvpair(set, property),
  })
}

function isPlain(option: AttributesOption): option is Attributes {
  return typeof option === 'object' && !Array.isArray(option)
}

function defaults(section: string, option: AttributesOption) {
  return setsOf('meta_attributes', section, option, {
    setId: pcsId.attributeSet(section, 'meta_attributes'),
    nvpairId: pcsId.shortNvpair,
  })
}

function nodeOf(given: string | NodeOptions, index: number): Node {
  const { attributes, utilization, ...fields } = typeof given === 'string' ? { uname: given } : given
  const id = String(fields.id ?? index + 1)
  const setId = pcsId.nodeAttributes(id)
  return {
    element: 'node',
    ...texts({ ...fields, id }),
    instanceAttributes: setsOf('instance_attributes', id, attributes, { setId, nvpairId: pcsId.nvpair }),
    utilization: setsOf('utilization', setId, utilization),
  }
}

function resourceIds(resources: readonly Resource[]): Set<string> {
  const ids = new Set<string>()
  for (const resource of resources) {
    walk(resource, ({ element }) => {
      if ('id' in element && element.id !== undefined) ids.add(element.id)
    })
  }
  return ids
}
