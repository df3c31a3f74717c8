import {
  type Cluster,
  constraintsOf,
  INFINITY_SCORE,
  nodesOf,
  nvpairValue,
  type RscLocation,
  scoreOf,
} from '../model/index.js'
import { propertyOf } from './managed.js'
import { booleanOf } from './meta.js'
import type { Entry, ResourceIndex } from './resource-index.js'
import { expandSets, setsById, taggedSet } from './resource-sets.js'

/** Where resources may run, as far as constraints without rules say. */
export interface Locations {
  /** The nodes that are not in standby. */
  readonly nodes: readonly string[]
  /** The score of a resource on a node; undefined where rules, roles or patterns have a say. */
  readonly scoreOn: (entry: Entry, node: string) => number | undefined
  /** The value of a node's own attribute. */
  readonly attributeOf: (node: string, name: string) => string | undefined
}

/** The locations of a cluster. */
export function locationsOf(index: ResourceIndex): Locations {
  const { cluster } = index
  const scores = new Map<Entry, Map<string, number>>()
  const unclear = new Set<Entry>()
  const isOptIn = booleanOf(propertyOf(cluster, 'symmetric-cluster')) === false
  for (const location of constraintsOf(cluster)) {
    if (location.element !== 'rsc_location') continue
    for (const entry of placedBy(location, index)) {
      const { node, score } = location
      if (node === undefined || score === undefined || location.role !== undefined) unclear.add(entry)
      else {
        const known = scores.get(entry) ?? new Map<string, number>()
        scores.set(entry, known.set(node, sum(known.get(node) ?? 0, scoreOf(score))))
      }
    }
  }
  return {
    nodes: activeNodes(cluster),
    scoreOn: (entry, node) =>
      isOptIn || unclear.has(entry) ? undefined : (scores.get(entry)?.get(node) ?? 0),
    attributeOf: (node, name) =>
      nodesOf(cluster)
        .filter(({ uname }) => uname === node)
        .map(({ instanceAttributes }) => nvpairValue(instanceAttributes, name))[0],
  }
}

/** Minus infinity wins over all, then infinity. */
export function sum(a: number, b: number): number {
  if (a <= -INFINITY_SCORE || b <= -INFINITY_SCORE) return -INFINITY_SCORE
  return Math.min(INFINITY_SCORE, a + b)
}

function placedBy(location: RscLocation, index: ResourceIndex): readonly Entry[] {
  if (location.rscPattern !== undefined) return [...index.entries]
  if (location.resourceSets.length === 0) return taggedSet(index, location.rsc) ?? []
  return expandSets(location, index, setsById(index.cluster)).flatMap(({ members }) => members)
}

/** The machines that can run resources; a cluster that does not say which it has gets some. */
function activeNodes(cluster: Cluster): string[] {
  const known = nodesOf(cluster)
  if (known.length === 0) return ['node-1', 'node-2', 'node-3']
  return known.flatMap(({ uname, type, instanceAttributes }) => {
    const isStandby = booleanOf(nvpairValue(instanceAttributes, 'standby')) === true
    return uname === undefined || isStandby || (type !== undefined && type !== 'member') ? [] : [uname]
  })
}
