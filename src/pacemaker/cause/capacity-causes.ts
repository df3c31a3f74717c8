import { propertyOf } from '../../graph/resource/meta-attributes.js'
import { type Cluster, type Nvpair, nodesOf, primitivesOf, resourcesOf } from '../../model/index.js'
import { templateOf } from '../../model/templates.js'
import { pathOfId } from '../../model/walk.js'
import type { Cause } from './cause.js'
import { withCapacity } from './edit.js'
import { causeWords } from './words.js'

/** The nodes that do not have the capacity for all resources at once. */
export function capacityCauses(cluster: Cluster): readonly Cause[] {
  if ((propertyOf(cluster, 'placement-strategy') ?? 'default') === 'default') return []
  const nodes = nodesOf(cluster)
  const needs = needsOf(cluster, nodes.length)
  return nodes.flatMap((node) =>
    [...needs].flatMap(([name, need]) => {
      const pairs = node.utilization.flatMap(({ nvpairs }) => nvpairs)
      const nvpair = pairs.find((pair) => pair.name === name)
      const { id, uname } = node
      if (uname === undefined || amountOf(nvpair) >= need) return []
      return {
        kind: 'utilization',
        node: uname,
        path: pathOfId(cluster, nvpair?.id ?? id ?? ''),
        element: nvpair ?? node,
        words: causeWords.capacity(uname, name, String(amountOf(nvpair)), String(need)),
        command: ['pcs', 'node', 'utilization', uname, `${name}=${need}`],
        lift: withCapacity(uname, name, String(need)),
      }
    }),
  )
}

/** What all resources need of each kind, each instance of a clone that each node may have. */
function needsOf(cluster: Cluster, nodes: number): ReadonlyMap<string, number> {
  const needs = new Map<string, number>()
  for (const resource of resourcesOf(cluster)) {
    const instances = resource.element === 'clone' || resource.element === 'master' ? nodes : 1
    for (const primitive of primitivesOf(resource)) {
      const template = templateOf(cluster, primitive)
      const sets = [...primitive.utilization, ...(template?.utilization ?? [])]
      for (const nvpair of sets.flatMap(({ nvpairs }) => nvpairs)) {
        const name = nvpair.name ?? ''
        needs.set(name, (needs.get(name) ?? 0) + amountOf(nvpair) * instances)
      }
    }
  }
  return needs
}

function amountOf(nvpair: Nvpair | undefined): number {
  return Number.parseInt(nvpair?.value ?? '0', 10) || 0
}
