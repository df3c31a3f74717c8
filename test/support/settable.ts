import { type CibElement, type Cluster, childrenOf, nodesOf, resourcesOf } from '../../src/model/index.js'
import { fieldOf, shapeOf } from '../../src/model/shapes/shapes.js'

/** A tree in which equal elements are equal values: what says nothing is sorted or left out. */
export interface Canonical {
  readonly name: string
  readonly attributes: Readonly<Record<string, unknown>>
  readonly children: readonly Canonical[]
}

/** An element for comparison: attributes by name; nvpairs and operations in no order. */
function canonical(element: CibElement): Canonical {
  const fields = element as unknown as Readonly<Record<string, unknown>>
  const names = (shapeOf(element.element)?.attributes ?? []).filter(
    (name) => fields[fieldOf(name)] !== undefined,
  )
  const children = childrenOf(element).map(canonical)
  return {
    name: element.element,
    attributes: Object.fromEntries([...names].sort().map((name) => [name, fields[fieldOf(name)]])),
    children: children.some(isUnordered) ? [...children].sort(byText) : children,
  }
}

function isUnordered({ name }: Canonical): boolean {
  return name === 'nvpair' || name === 'op'
}

function byText(a: Canonical, b: Canonical): number {
  return JSON.stringify(a) < JSON.stringify(b) ? -1 : 1
}

const ownedProperties = [
  'cluster-infrastructure',
  'cluster-name',
  'dc-version',
  'have-watchdog',
  'last-lrm-refresh',
]

/** All of a configuration that a script sets: not the nodes themselves, nor what the cluster keeps. */
export function settable(cluster: Cluster): Readonly<Record<string, readonly Canonical[]>> {
  const { configuration } = cluster
  const properties = (configuration.crmConfig?.items ?? [])
    .filter(({ id }) => id !== 'lightcib')
    .map((set) => ({
      ...set,
      nvpairs: set.nvpairs.filter(({ name }) => !ownedProperties.includes(name ?? '')),
    }))
    .filter(({ nvpairs }) => nvpairs.length > 0)
  const nodes = nodesOf(cluster)
    .filter((node) => node.instanceAttributes.length + node.utilization.length > 0)
    .map(({ id, uname, instanceAttributes, utilization }) => ({
      ...({ element: 'node', instanceAttributes, utilization } as const),
      ...(id === undefined ? {} : { id }),
      ...(uname === undefined ? {} : { uname }),
    }))
  return {
    properties: properties.map(canonical),
    nodes: nodes.map(canonical),
    resources: resourcesOf(cluster).map(canonical),
    constraints: (configuration.constraints?.items ?? []).map(canonical),
    rscDefaults: (configuration.rscDefaults?.items ?? []).map(canonical),
    opDefaults: (configuration.opDefaults?.items ?? []).map(canonical),
    fencing: (configuration.fencingTopology?.items ?? []).map(canonical),
    tags: (configuration.tags?.items ?? []).map(canonical),
    acls: (configuration.acls?.items ?? []).map(canonical),
    alerts: (configuration.alerts?.items ?? []).map(canonical),
  }
}

const parts =
  /^(cluster_property_set|instance_attributes|meta_attributes|utilization|nvpair|op|operations|resource_set)$/
const rules = /^(rule|(date_|rsc_|op_)?expression|date_spec|duration|acl_permission|(port|storage)-mapping)$/

/** The same without the ids that only an `id-ref` names, and without empty operations. */
export function settableWithoutIds(cluster: Cluster): Readonly<Record<string, readonly Canonical[]>> {
  const sections = Object.entries(settable(cluster))
  return Object.fromEntries(sections.map(([name, items]) => [name, items.map(withoutIds)]))
}

function withoutIds({ name, attributes, children }: Canonical): Canonical {
  const { id, ...others } = attributes
  const below = children
    .filter((child) => child.name !== 'operations' || child.children.length > 0)
    .map(withoutIds)
  return {
    name,
    attributes: parts.test(name) || rules.test(name) ? others : attributes,
    children: below.some(isUnordered) ? below.sort(byText) : below,
  }
}
