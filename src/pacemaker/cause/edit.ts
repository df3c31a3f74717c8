import {
  type CibElement,
  type Cluster,
  type ClusterNode,
  type ClusterPropertySet,
  type MetaAttributes,
  type Nvpair,
  nodesOf,
  type RawElement,
  type Utilization,
} from '../../model/index.js'
import { mapChildren } from '../../model/walk.js'
import { attributeOf } from '../status/raw-element.js'
import { withNodeState } from '../status/synthetic-status.js'

/** The cluster without the element of that id: a constraint, an nvpair. */
export function withoutId(id: string): (cluster: Cluster) => Cluster {
  const change = (child: CibElement): CibElement | undefined => {
    if ('id' in child && child.id === id && child.element !== 'resource_ref') return undefined
    return mapChildren(child, change)
  }
  return (cluster) => mapChildren(cluster, change)
}

/** The command that takes away the nvpair of that id, wherever it is. */
export function deletionOf(id: string): readonly string[] {
  return ['cibadmin', '--delete', '--xpath', `//nvpair[@id='${id}']`]
}

/** The cluster with this meta attribute of a resource, whatever it had. */
export function withMeta(id: string, name: string, value: string): (cluster: Cluster) => Cluster {
  const set: MetaAttributes = {
    element: 'meta_attributes',
    id: `${id}-lightcib-${name}`,
    score: 'INFINITY',
    nvpairs: [pair(`${id}-lightcib-${name}-1`, name, value)],
  }
  const change = (child: CibElement): CibElement => {
    const changed = mapChildren(child, change)
    if (!('metaAttributes' in changed) || changed.element === 'template' || changed.id !== id) return changed
    const others = changed.metaAttributes as readonly MetaAttributes[]
    return { ...changed, metaAttributes: [set, ...others] } as CibElement
  }
  return (cluster) => mapChildren(cluster, change)
}

/** The cluster with this property, whatever it had. */
export function withProperty(name: string, value: string): (cluster: Cluster) => Cluster {
  const set: ClusterPropertySet = {
    element: 'cluster_property_set',
    id: `lightcib-${name}`,
    score: 'INFINITY',
    nvpairs: [pair(`lightcib-${name}-1`, name, value)],
  }
  return (cluster) => {
    const { crmConfig } = cluster.configuration
    const isOther = (nvpair: Nvpair) => nvpair.name !== name
    const others = crmConfig?.items.map((each) => ({ ...each, nvpairs: each.nvpairs.filter(isOther) })) ?? []
    const items = [...others, set]
    return {
      ...cluster,
      configuration: { ...cluster.configuration, crmConfig: { ...crmConfig, element: 'crm_config', items } },
    }
  }
}

/** The cluster with this capacity of a node. */
export function withCapacity(node: string, name: string, value: string): (cluster: Cluster) => Cluster {
  const isOther = (nvpair: Nvpair) => nvpair.name !== name
  return (cluster) =>
    withNodes(cluster, node, (item) => {
      const id = `${item.id}-lightcib-${name}`
      const set: Utilization = { element: 'utilization', id, nvpairs: [pair(`${id}-1`, name, value)] }
      const others = item.utilization.map((each) => ({ ...each, nvpairs: each.nvpairs.filter(isOther) }))
      return { ...item, utilization: [set, ...others] }
    })
}

/** The cluster with this score of a resource on a node. */
export function withLocation(rsc: string, node: string, score: string): (cluster: Cluster) => Cluster {
  const location = {
    element: 'rsc_location' as const,
    id: `lightcib-location-${rsc}-${node}`,
    rsc,
    node,
    score,
    resourceSets: [],
    rules: [],
  }
  return (cluster) => ({
    ...cluster,
    configuration: {
      ...cluster.configuration,
      constraints: {
        ...cluster.configuration.constraints,
        element: 'constraints',
        items: [...(cluster.configuration.constraints?.items ?? []), location],
      },
    },
  })
}

/** The cluster whose node is an online member of it that is not about to leave. */
export function withNodeOnline(node: string): (cluster: Cluster) => Cluster {
  return (cluster) => {
    const id = nodesOf(cluster).find(({ uname }) => uname === node)?.id ?? node
    const online = { id, uname: node, in_ccm: 'true', crmd: 'online', join: 'member', expected: 'member' }
    const changed = withoutStatus(['shutdown', 'terminate'], node)(cluster)
    return withNodeState(changed, node, (state) => {
      const known = Object.fromEntries(state.attributes)
      const active = known.ha === undefined ? {} : { ha: 'active' }
      return { ...state, attributes: Object.entries({ ...known, ...online, ...active }) }
    })
  }
}

/** The cluster without this attribute that the configuration gives a node. */
export function withoutAttribute(node: string, name: string): (cluster: Cluster) => Cluster {
  const isOther = (nvpair: Nvpair) => nvpair.name !== name
  return (cluster) =>
    withNodes(cluster, node, (item) => ({
      ...item,
      instanceAttributes: item.instanceAttributes.map((set) => ({
        ...set,
        nvpairs: set.nvpairs.filter(isOther),
      })),
    }))
}

function withNodes(cluster: Cluster, node: string, change: (item: ClusterNode) => ClusterNode): Cluster {
  const items = nodesOf(cluster).map((item) => (item.uname === node ? change(item) : item))
  const nodes = { ...cluster.configuration.nodes, element: 'nodes' as const, items }
  return { ...cluster, configuration: { ...cluster.configuration, nodes } }
}

/** The cluster without these transient attributes of a node. */
export function withoutStatus(names: readonly string[], node: string): (cluster: Cluster) => Cluster {
  return withStatus(node, (element) => {
    return element.name === 'nvpair' && names.includes(attributeOf(element, 'name') ?? '')
      ? undefined
      : element
  })
}

/** The cluster with each element of a node's state replaced by what `change` returns, the inner ones first. */
export function withStatus(
  node: string,
  change: (element: RawElement) => RawElement | undefined,
): (cluster: Cluster) => Cluster {
  const inside = (element: RawElement): RawElement => ({
    ...element,
    children: element.children.flatMap((child) => change(inside(child)) ?? []),
  })
  return (cluster) => {
    const hasState = cluster.status?.children.some((state) => attributeOf(state, 'uname') === node)
    return hasState === true ? withNodeState(cluster, node, inside) : cluster
  }
}

function pair(id: string, name: string, value: string): Nvpair {
  return { element: 'nvpair', id, name, value }
}
