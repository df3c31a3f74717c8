import {
  type Bundle,
  type Cluster,
  type ClusterNode,
  type Constraint,
  constraintsOf,
  isPromotable,
  type MetaAttributes,
  type Nvpair,
  nodesOf,
  type Primitive,
  type Resource,
  resourcesOf,
} from '../../src/model/index.js'
import { allOnline } from './status.js'

/** Meta attributes that keep a resource from starting or stopping. */
const holding = [
  'target-role',
  'target_role',
  'is-managed',
  'is_managed',
  'maintenance',
  'requires',
  'restart-type',
  'provides',
]

/**
 * The cluster with nothing but its orders to hold it back: two nodes or more, all online, no fencing, no quorum, no
 * placement unless that is to stay, nothing disabled or unmanaged, and a promotion score for whatever has roles.
 */
export function plainCluster(cluster: Cluster, keepsPlacement = false): Cluster {
  const nodes = plainNodes(cluster)
  const resources = resourcesOf(cluster).map(plainResource)
  const promotable = resources.filter(isPromotable)
  const { rscDefaults, tags } = cluster.configuration
  return allOnline({
    element: 'cib',
    crmFeatureSet: '3.16.1',
    validateWith: 'none',
    adminEpoch: '0',
    epoch: '1',
    numUpdates: '0',
    configuration: {
      element: 'configuration',
      crmConfig: {
        element: 'crm_config',
        items: [
          {
            element: 'cluster_property_set',
            id: 'plain',
            nvpairs: pairs('plain', {
              'stonith-enabled': 'false',
              'no-quorum-policy': 'ignore',
              'batch-limit': '-1',
            }),
          },
        ],
      },
      nodes: { element: 'nodes', items: [...nodes, ...promotable.flatMap(bundleNodes)] },
      resources: { element: 'resources', items: resources },
      constraints: {
        element: 'constraints',
        items: [
          ...constraintsOf(cluster).flatMap((constraint) => plainConstraint(constraint, keepsPlacement)),
          ...promotable.flatMap(({ id }) => nodes.map((node, at) => promotionScore(id, node, at))),
        ],
      },
      ...(tags === undefined ? {} : { tags }),
      ...(rscDefaults === undefined
        ? {}
        : { rscDefaults: { ...rscDefaults, items: plainMeta(rscDefaults.items) } }),
    },
  })
}

/** The same cluster without any order. */
export function withoutOrders(cluster: Cluster): Cluster {
  return changed(cluster, {
    constraints: constraintsOf(cluster).filter(({ element }) => element !== 'rsc_order'),
  })
}

/** The cluster with other resources or constraints. */
export function changed(
  cluster: Cluster,
  {
    resources,
    constraints,
  }: { readonly resources?: readonly Resource[]; readonly constraints?: readonly Constraint[] },
): Cluster {
  const { configuration } = cluster
  return {
    ...cluster,
    configuration: {
      ...configuration,
      ...(resources === undefined ? {} : { resources: { element: 'resources', items: resources } }),
      ...(constraints === undefined ? {} : { constraints: { element: 'constraints', items: constraints } }),
    },
  }
}

/** nvpairs with ids made of their owner. */
export function pairs(owner: string, values: Readonly<Record<string, string>>): Nvpair[] {
  return Object.entries(values).map(([name, value]) => ({
    element: 'nvpair',
    id: `${owner}-${name}`,
    name,
    value,
  }))
}

/** A resource with a change made to every primitive in it. */
export function mapPrimitives(resource: Resource, change: (primitive: Primitive) => Primitive): Resource {
  switch (resource.element) {
    case 'primitive':
      return change(resource)
    case 'group': {
      const [first, ...rest] = resource.members
      return { ...resource, members: [change(first), ...rest.map(change)] }
    }
    case 'clone':
    case 'master':
      return { ...resource, resource: mapPrimitives(resource.resource, change) as typeof resource.resource }
    case 'bundle':
      return resource.primitive === undefined
        ? resource
        : { ...resource, primitive: change(resource.primitive) }
    default:
      return resource
  }
}

function plainResource(resource: Resource): Resource {
  const own = <R extends Resource>(item: R): R => ({
    ...item,
    metaAttributes: plainMeta(item.metaAttributes),
  })
  const plain = mapPrimitives(resource, (primitive) => ({
    ...own(primitive),
    instanceAttributes: primitive.instanceAttributes.filter(({ rule }) => rule === undefined),
    utilization: [],
  }))
  if ((plain.element === 'clone' || plain.element === 'master') && plain.resource.element === 'group') {
    return { ...own(plain), resource: own(plain.resource) }
  }
  return own(plain)
}

function plainMeta(sets: readonly MetaAttributes[]): MetaAttributes[] {
  return sets
    .filter(({ rule }) => rule === undefined)
    .map((set) => ({ ...set, nvpairs: set.nvpairs.filter(({ name = '' }) => !holding.includes(name)) }))
}

function plainNodes(cluster: Cluster): ClusterNode[] {
  const own = nodesOf(cluster).filter(({ type }) => type !== 'remote' && type !== 'ping')
  const spare = ['plain-0', 'plain-1'].map((uname) => ({ id: uname, uname }))
  const all = own.length < 2 ? [...own, ...spare] : own
  return all.map(({ id = '', uname = '' }) => ({
    element: 'node',
    id,
    uname,
    instanceAttributes: [],
    utilization: [],
  }))
}

function plainConstraint(constraint: Constraint, keepsPlacement: boolean): Constraint[] {
  const isPlacement = constraint.element === 'rsc_location' || constraint.element === 'rsc_colocation'
  if (isPlacement && keepsPlacement) return [constraint]
  if (constraint.element !== 'rsc_order') return []
  const { lifetime: _, ...order } = constraint
  return [order]
}

function promotionScore(rsc: string, { uname = '' }: ClusterNode, at: number): Constraint {
  const id = `plain-promote-${rsc}-${uname}`
  return {
    element: 'rsc_location',
    id,
    rsc,
    role: 'Master',
    node: uname,
    score: `${100 - at}`,
    resourceSets: [],
    rules: [],
  }
}

/** The promotion scores of a bundle are on the nodes that its containers are. */
function bundleNodes(resource: Resource): ClusterNode[] {
  if (resource.element !== 'bundle') return []
  return Array.from({ length: replicasOf(resource) }, (_, at): ClusterNode => {
    const id = `${resource.id}-${at}`
    const nvpairs = pairs(id, { [`master-${resource.primitive?.id ?? ''}`]: `${100 - at}` })
    const set = { element: 'instance_attributes', id: `${id}-scores`, nvpairs } as const
    return { element: 'node', id, uname: id, type: 'remote', instanceAttributes: [set], utilization: [] }
  })
}

function replicasOf({ container }: Bundle): number {
  return Number(container.replicas ?? container.promotedMax ?? container.masters ?? 1)
}
