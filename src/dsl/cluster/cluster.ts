import type {
  Cluster,
  Configuration,
  Constraint,
  ElementBase,
  Extra,
  Resource,
  Section,
  Tag,
} from '../../model/index.js'
import { markDeclared } from '../../model/language.js'
import { fieldOf, shapes } from '../../model/shapes/shapes.js'
import { idsIn } from '../../model/walk.js'
import { withUniqueIds } from '../constraint/constraint-id.js'
import { noted } from '../options.js'
import { texts } from '../values.js'
import { inChildOrder } from './child-order.js'
import { type ClusterOptions, type SectionName, unknownClusterOptions } from './cluster-options.js'
import { corosyncOf } from './corosync.js'
import { defaultSets, propertySets } from './defaults.js'
import { nodeOf } from './nodes.js'
import { systemdServiceOf } from './systemd-services.js'

const cibAttributes: ReadonlySet<string> = new Set(shapes.cib.attributes.map(fieldOf))

/**
 * A whole cluster. A constraint that names what is not among the resources does not compile; `check`
 * reports it at run time, with every other reference. `writeCib` writes its CIB, `toPcs` its script.
 *
 * @example
 * ```ts
 * const vip = ocf.heartbeat.IPaddr2('vip', { ip: '192.0.2.6', cidr_netmask: 32 })
 * const haproxy = clone(systemd('haproxy'))
 * export default cluster({
 *   name: 'web',
 *   nodes: ['node1', 'node2', 'node3'],
 *   properties: { 'stonith-enabled': false },
 *   resources: [vip, haproxy],
 *   constraints: [colocation(vip, haproxy)],
 *   policies: [vipWithHaproxy()],
 * })
 * // <node id="1" uname="node1"/>
 * // pcs property set stonith-enabled=false
 * // pcs constraint colocation add vip with haproxy-clone
 * ```
 */
export function cluster<
  const R extends readonly Resource[] = [],
  const T extends readonly Tag[] = [],
  const C extends readonly Constraint[] = [],
>(options: ClusterOptions<R, T, C>): Cluster {
  return clusterOf(options as ClusterOptions)
}

function clusterOf(options: ClusterOptions): Cluster {
  const {
    schema = 'pacemaker-3.9',
    cib,
    status,
    policies,
    corosync,
    services,
    childOrder,
    extra = {},
  } = options
  const built: Cluster = {
    element: 'cib',
    ...attributesOf({ validateWith: schema, adminEpoch: 0, epoch: 0, numUpdates: 0, ...cib }),
    configuration: { element: 'configuration', ...sectionsOf(options), ...extraOf(extra.configuration) },
    ...(status === undefined ? {} : { status }),
    ...(policies === undefined ? {} : { policies }),
    ...(corosync === undefined ? {} : { corosync: corosyncOf(corosync) }),
    ...(services === undefined ? {} : { services: services.map(systemdServiceOf) }),
    ...extraOf(extra.cib),
    ...noted(unknownClusterOptions(options)),
  }
  return markDeclared(childOrder === undefined ? built : inChildOrder(built, childOrder))
}

/** The attributes of the `<cib>` element; what is none of them is noted as an unknown option. */
function attributesOf(given: object): ReturnType<typeof texts> {
  return texts(Object.fromEntries(Object.entries(given).filter(([name]) => cibAttributes.has(name))))
}

/** The sections of the configuration; those that are optional only when they are given. */
function sectionsOf(options: ClusterOptions): Omit<Configuration, 'element' | keyof ElementBase> {
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
      constraints: section(
        'constraints',
        withUniqueIds(constraints as readonly Constraint[], usedIds(resources ?? [])),
      ),
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

/** The ids of the resources; none where one of them is no element, which `check` reports. */
function usedIds(resources: readonly Resource[]): ReadonlySet<string> {
  try {
    return idsIn(resources)
  } catch {
    return new Set()
  }
}

function extraOf(extra: Extra | undefined): { readonly extra?: Extra } {
  return extra === undefined ? {} : { extra }
}
