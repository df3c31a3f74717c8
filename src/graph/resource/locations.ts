import {
  booleanOf,
  type Cluster,
  constraintsOf,
  INFINITY_SCORE,
  nodesOf,
  type RscLocation,
  scoreOf,
} from '../../model/index.js'
import { metaOf, nodeAttributeOf, propertyOf } from './meta-attributes.js'
import { type ResourceEntry, type ResourceIndex, topOf } from './resource-index.js'
import { expandSets, taggedSet } from './resource-sets.js'

/** Where resources may run, as far as constraints without rules decide. */
export interface Locations {
  /** The nodes that are not in standby. */
  readonly nodes: readonly string[]
  /** The score of a resource on a node; undefined where rules or promotions decide. */
  readonly scoreOn: (entry: ResourceEntry, node: string) => number | undefined
  /** The value of a node's own attribute. */
  readonly attributeOf: (node: string, name: string) => string | undefined
}

/** The locations of a cluster. */
export function locationsOf(index: ResourceIndex): Locations {
  const { cluster } = index
  const scores = new Map<ResourceEntry, Map<string, number>>()
  const unclear = new Set<ResourceEntry>()
  /** The only nodes where some may run; undefined among them for those that rules choose. */
  const onlyOn = new Map<ResourceEntry, Set<string | undefined>>()
  const allow = (entry: ResourceEntry, node: string | undefined) =>
    onlyOn.set(entry, (onlyOn.get(entry) ?? new Set()).add(node))
  const isOptIn = booleanOf(propertyOf(cluster, 'symmetric-cluster')) === false
  if (isOptIn) for (const entry of index.entries) if (topOf(entry) === entry) onlyOn.set(entry, new Set())
  for (const location of constraintsOf(cluster)) {
    if (location.element !== 'rsc_location') continue
    const { node, score, role = '', resourceDiscovery } = location
    for (const entry of placedBy(location, index)) {
      const top = topOf(entry)
      const isForPromotion = isPromotedRole(role)
      if (isForPromotion && metaOf(cluster, top, 'clone-max') === undefined) continue
      if (isOptIn) allow(top, node)
      if (resourceDiscovery === 'exclusive') allow(entry, node)
      if (node === undefined || score === undefined || isForPromotion) unclear.add(entry)
      else {
        const known = scores.get(entry) ?? new Map<string, number>()
        scores.set(entry, known.set(node, sum(known.get(node) ?? 0, scoreOf(score))))
      }
    }
  }
  return {
    nodes: activeNodes(cluster),
    scoreOn: (entry, node) => {
      const only = onlyOn.get(entry)
      if (only !== undefined && !only.has(node)) return only.has(undefined) ? undefined : -INFINITY_SCORE
      return unclear.has(entry) ? undefined : (scores.get(entry)?.get(node) ?? 0)
    },
    attributeOf: (node, name) =>
      nodesOf(cluster)
        .filter(({ uname }) => uname === node)
        .map((found) => nodeAttributeOf(cluster, found, name))[0],
  }
}

/** Minus infinity wins over all, then infinity. */
function sum(a: number, b: number): number {
  if (a <= -INFINITY_SCORE || b <= -INFINITY_SCORE) return -INFINITY_SCORE
  return Math.min(INFINITY_SCORE, a + b)
}

export function placedBy(location: RscLocation, index: ResourceIndex): readonly ResourceEntry[] {
  if (location.rscPattern !== undefined) return matching(location.rscPattern, index)
  if (location.resourceSets.length === 0) return taggedSet(index, location.rsc) ?? []
  return expandSets(location, index).flatMap(({ members }) => members)
}

/** The resources at the top level whose ids a pattern finds; `!` in front of it means all others. */
function matching(text: string, index: ResourceIndex): readonly ResourceEntry[] {
  const isInverted = text.startsWith('!')
  const pattern = patternOf(isInverted ? text.slice(1) : text)
  const tops = [...index.entries].filter((entry) => topOf(entry) === entry)
  return pattern === undefined ? [] : tops.filter(({ id }) => pattern.test(id) !== isInverted)
}

function patternOf(text: string): RegExp | undefined {
  try {
    return new RegExp(text)
  } catch {
    return undefined
  }
}

/** The machines that can run resources; three are assumed for a cluster that lists none. */
function activeNodes(cluster: Cluster): string[] {
  const known = nodesOf(cluster)
  if (known.length === 0) return ['node-1', 'node-2', 'node-3']
  return known.flatMap((node) => {
    const { uname, type } = node
    const isStandby = booleanOf(nodeAttributeOf(cluster, node, 'standby')) === true
    return uname === undefined || isStandby || (type !== undefined && type !== 'member') ? [] : [uname]
  })
}

/** The one role that not every active resource has or goes through. */
export function isPromotedRole(role: string): boolean {
  return /^(promoted|master)$/i.test(role)
}
