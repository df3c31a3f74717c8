import { toXml } from '../cib/layout/to-xml.js'
import type { Cluster, ClusterPropertySet, Configuration, RawElement } from '../model/index.js'

/** An element of one cluster with its place in the tree. */
export interface TreeNode {
  readonly xml: RawElement
  readonly id?: string
  /** Equal for the same element of both clusters: its name and its id, and a number where siblings share these. */
  readonly key: string
  readonly parent?: TreeNode
  readonly children: readonly TreeNode[]
  /** The place among the siblings whose order counts. */
  readonly position?: number
}

/** Siblings of these names have no order: the nvpairs of a set, the operations of a resource. */
const unordered: readonly string[] = ['nvpair', 'op']

/** The tree of a configuration. */
export function treeOf(configuration: Configuration): TreeNode {
  return nodeOf(toXml(configuration), 'configuration')
}

/** A cluster without what scripts record. */
export function withoutRecord(cluster: Cluster): Cluster {
  const { crmConfig } = cluster.configuration
  if (crmConfig === undefined) return cluster
  const own = { ...crmConfig, items: crmConfig.items.filter((set) => !isRecord(set)) }
  return { ...cluster, configuration: { ...cluster.configuration, crmConfig: own } }
}

/** True for the properties in which scripts record what they have made. */
function isRecord({ nvpairs }: ClusterPropertySet): boolean {
  return nvpairs.length > 0 && nvpairs.every(({ name }) => name === 'lightcib-made')
}

function nodeOf(xml: RawElement, key: string, parent?: TreeNode, position?: number): TreeNode {
  const id = attributeOf(xml, 'id')
  const children: TreeNode[] = []
  const node: TreeNode = {
    xml,
    key,
    children,
    ...(id === undefined ? {} : { id }),
    ...(parent === undefined ? {} : { parent }),
    ...(position === undefined ? {} : { position }),
  }
  const seen = new Map<string, number>()
  let at = 0
  for (const child of xml.children) {
    const plain = plainKey(child)
    const count = seen.get(plain) ?? 0
    seen.set(plain, count + 1)
    const place = unordered.includes(child.name) ? undefined : at++
    children.push(nodeOf(child, count === 0 ? plain : `${plain} ${count}`, node, place))
  }
  return node
}

function plainKey(xml: RawElement): string {
  const id = attributeOf(xml, 'id')
  if (id !== undefined) return `${xml.name} id ${id}`
  const reference = attributeOf(xml, 'id-ref')
  return reference === undefined ? xml.name : `${xml.name} id-ref ${reference}`
}

/** The value of an attribute. */
export function attributeOf({ attributes }: RawElement, name: string): string | undefined {
  return attributes.find(([key]) => key === name)?.[1]
}

/** The XPath of a node; siblings that share a name and an id, or a name without one, are counted from 1. */
export function pathOfNode(node: TreeNode): string {
  const steps: string[] = []
  for (let at: TreeNode | undefined = node; at !== undefined; at = at.parent) steps.push(stepOf(at))
  return `/cib/${steps.reverse().join('/')}`
}

function stepOf({ xml, id, parent }: TreeNode): string {
  const named = namedStep(xml, id)
  const alike = parent === undefined ? [] : (childrenByStep(parent).get(named) ?? [])
  return alike.length < 2 ? named : `${named}[${alike.indexOf(xml) + 1}]`
}

function namedStep({ name }: RawElement, id: string | undefined): string {
  return id === undefined ? name : `${name}[@id=${quoted(id)}]`
}

/** The children of each node by their steps: those of thousands are asked for again and again. */
const steps = new WeakMap<TreeNode, ReadonlyMap<string, readonly RawElement[]>>()

function childrenByStep(node: TreeNode): ReadonlyMap<string, readonly RawElement[]> {
  const known = steps.get(node)
  if (known !== undefined) return known
  const found = new Map<string, RawElement[]>()
  const add = (step: string, child: RawElement) => {
    const same = found.get(step)
    if (same === undefined) found.set(step, [child])
    else same.push(child)
  }
  for (const child of node.xml.children) {
    const id = attributeOf(child, 'id')
    add(namedStep(child, id), child)
    // One without an id counts among all of its name.
    if (id !== undefined) add(child.name, child)
  }
  steps.set(node, found)
  return found
}

function quoted(id: string): string {
  return id.includes('"') ? `'${id}'` : `"${id}"`
}
