import { type Cluster, nodesOf, type Utilization } from '../../model/index.js'
import { templateOf } from '../../model/templates.js'
import { runsOnSeveralNodes } from '../resource/members.js'
import { memoizePerCluster } from '../resource/memoize.js'
import { propertyOf } from '../resource/meta-attributes.js'
import { type ResourceEntry, resourceIndex, topOf } from '../resource/resource-index.js'

/** Whether a node has room for a service: whatever else runs there, never, or that depends on what else does. */
export type Room = 'enough' | 'none' | 'unclear'

interface Capacities {
  /** False where the strategy of placement looks at no capacities. */
  readonly isCounted: boolean
  readonly needOf: (entry: ResourceEntry) => ReadonlyMap<string, number>
  /** The sum of what all resources need. */
  readonly total: ReadonlyMap<string, number>
  readonly of: (node: string) => ReadonlyMap<string, number>
}

/** The room that a node has for a service; a node without a value has none of it. Only `placement-strategy` makes it count. */
export function roomOn(entry: ResourceEntry, node: string, cluster: Cluster): Room {
  const { isCounted, needOf, total, of } = capacitiesOf(cluster)
  if (!isCounted) return 'enough'
  const left = [...needOf(entry)].map(([name, needed]) => {
    const capacity = of(node).get(name) ?? 0
    if (needed > capacity) return 'none'
    return (total.get(name) ?? 0) <= capacity ? 'enough' : 'unclear'
  })
  return (['none', 'unclear'] as const).find((room) => left.includes(room)) ?? 'enough'
}

/** True where a node has room for several services at once. */
export function roomForAll(entries: readonly ResourceEntry[], node: string, cluster: Cluster): boolean {
  const { isCounted, needOf, of } = capacitiesOf(cluster)
  const sum = new Map<string, number>()
  for (const entry of entries) {
    for (const [name, value] of needOf(entry)) sum.set(name, (sum.get(name) ?? 0) + value)
  }
  return !isCounted || [...sum].every(([name, needed]) => needed <= (of(node).get(name) ?? 0))
}

const capacitiesOf = memoizePerCluster((cluster): Capacities => {
  const isCounted = (propertyOf(cluster, 'placement-strategy') ?? 'default') !== 'default'
  const nodes = new Map(nodesOf(cluster).map(({ uname, utilization }) => [uname, valuesOf(utilization)]))
  const needOf = ({ resource }: ResourceEntry) => {
    if (resource?.element !== 'primitive') return new Map<string, number>()
    const template = templateOf(cluster, resource)
    return valuesOf([...(template?.utilization ?? []), ...resource.utilization])
  }
  const total = new Map<string, number>()
  for (const entry of resourceIndex(cluster).entries) {
    const count = runsOnSeveralNodes(topOf(entry)) ? nodes.size : 1
    for (const [name, value] of needOf(entry)) total.set(name, (total.get(name) ?? 0) + value * count)
  }
  return { isCounted, needOf, total, of: (node) => nodes.get(node) ?? new Map<string, number>() }
})

function valuesOf(sets: readonly Utilization[]): ReadonlyMap<string, number> {
  const pairs = sets.flatMap(({ nvpairs }) => nvpairs)
  return new Map(pairs.map(({ name = '', value = '' }) => [name, Number.parseInt(value, 10) || 0]))
}
