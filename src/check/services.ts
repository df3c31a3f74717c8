import { memoizePerCluster } from '../graph/resource/memoize.js'
import { type ResourceEntry, resourceIndex, topOf } from '../graph/resource/resource-index.js'
import {
  type AttributeSet,
  agentOf,
  type Cluster,
  type ClusterNode,
  constraintsOf,
  nodesOf,
  nvpairValue,
  type Op,
  type Primitive,
  placeOfId,
  type RscOrder,
  resourcesOf,
  type Template,
} from '../model/index.js'

/** A primitive as its agent sees it: what its template has counts. */
export interface Service {
  readonly id: string
  readonly primitive: Primitive
  readonly entry: ResourceEntry
  /** The resource at the top level that it is or belongs to. */
  readonly top: ResourceEntry
  /** `ocf:heartbeat:IPaddr2`; empty where the template is unknown. */
  readonly agent: string
  readonly ops: readonly Op[]
  /** The value of a parameter in sets without a rule. */
  readonly parameter: (name: string) => string | undefined
}

/** The primitives of a cluster that have an id of their own, in document order. */
export const servicesOf = memoizePerCluster((cluster: Cluster): readonly Service[] => {
  const templates = new Map(
    resourcesOf(cluster).flatMap((resource) =>
      resource.element === 'template' ? [[resource.id, resource] as const] : [],
    ),
  )
  return [...resourceIndex(cluster).entries].flatMap((entry) => {
    const primitive = entry.resource
    if (primitive?.element !== 'primitive') return []
    const template = primitive.template === undefined ? undefined : templates.get(primitive.template)
    const sources = template === undefined ? [primitive] : [primitive, template]
    const sets = sources.flatMap(({ instanceAttributes }) => instanceAttributes)
    return [
      {
        id: entry.id,
        primitive,
        entry,
        top: topOf(entry),
        agent: primitive.template === undefined ? agentOf(primitive) : template ? agentOf(template) : '',
        ops: sources.flatMap((source) => opsOf(cluster, source)),
        parameter: (name) => nvpairValue(followed(cluster, sets), name),
      },
    ]
  })
})

const byType = memoizePerCluster((cluster): ReadonlyMap<string, readonly Service[]> => {
  const found = new Map<string, Service[]>()
  for (const service of servicesOf(cluster)) {
    if (!service.agent.startsWith('ocf:')) continue
    const type = typeOf(service.agent)
    const others = found.get(type)
    if (others === undefined) found.set(type, [service])
    else others.push(service)
  }
  return found
})

/** The primitives of some agents, by their names without class and provider: `IPaddr2`. */
export function servicesOfType(cluster: Cluster, types: readonly string[]): readonly Service[] {
  return types.flatMap((type) => byType(cluster).get(type) ?? [])
}

/** `IPaddr2` of `ocf:heartbeat:IPaddr2`. */
export function typeOf(agent: string): string {
  return agent.slice(agent.lastIndexOf(':') + 1)
}

/** The fencing devices. */
export function fenceDevicesOf(cluster: Cluster): readonly Service[] {
  return servicesOf(cluster).filter(({ agent }) => agent.startsWith('stonith:'))
}

/** The nodes that are full members of the cluster: no remote nodes, guests or bundles' replicas. */
export function memberNodesOf(cluster: Cluster): readonly ClusterNode[] {
  return nodesOf(cluster).filter(({ uname, type }) => uname !== undefined && (type ?? 'member') === 'member')
}

/** The orders between two resources, those of sets left out. */
export const ordersOf = memoizePerCluster((cluster: Cluster): readonly RscOrder[] =>
  constraintsOf(cluster).flatMap((constraint) =>
    constraint.element === 'rsc_order' && constraint.resourceSets.length === 0 ? [constraint] : [],
  ),
)

function opsOf(cluster: Cluster, { operations }: Primitive | Template): readonly Op[] {
  const { idRef } = operations ?? {}
  const referred = idRef === undefined ? undefined : placeOfId(cluster, idRef)?.element
  return (referred?.element === 'operations' ? referred : operations)?.ops ?? []
}

/** The sets with those in place of an `id-ref` that it refers to. */
function followed(cluster: Cluster, sets: readonly AttributeSet[]): readonly AttributeSet[] {
  return sets.map((set) => {
    const referred = set.idRef === undefined ? undefined : placeOfId(cluster, set.idRef)?.element
    return referred?.element === 'instance_attributes' ? referred : set
  })
}
