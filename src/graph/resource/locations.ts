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
import { avoidsHostedNodes, runnableNodes } from './nodes.js'
import { type ResourceEntry, type ResourceIndex, topOf } from './resource-index.js'
import { expandSets, taggedSet } from './resource-sets.js'
import { ruleOnNode } from './rules-on-node.js'

/** Where resources may run, as far as locations decide. */
export interface Locations {
  /** The names of the nodes that can run resources. */
  readonly nodes: readonly string[]
  /** What runs where a remote or guest node is up; undefined for a full member of the cluster. */
  readonly hostOf: (node: string) => ResourceEntry | undefined
  /** The score of a resource on a node; undefined where more than the configuration decides. */
  readonly scoreOn: (entry: ResourceEntry, node: string) => number | undefined
  /** The value of a node's own attribute. */
  readonly attributeOf: (node: string, name: string) => string | undefined
}

/** The locations of a cluster. */
export function locationsOf(index: ResourceIndex): Locations {
  const { cluster } = index
  const nodes = runnableNodes(index)
  const hosts = new Map(nodes.map(({ name, host }) => [name, host]))
  const isOptIn = booleanOf(propertyOf(cluster, 'symmetric-cluster')) === false
  const locations = locationsByEntry(index)
  const isNamed = (top: ResourceEntry, node: string) =>
    [...locations].some(
      ([entry, own]) =>
        topOf(entry) === top && own.some((location) => effectOn(location, node, cluster) !== 'none'),
    )
  const compute = (entry: ResourceEntry, node: string): number | undefined => {
    if (hosts.get(node) !== undefined && avoidsHostedNodes(entry, cluster)) return -INFINITY_SCORE
    const own = locations.get(entry) ?? []
    const effects = own.map((location) => ({ location, score: effectOn(location, node, cluster) }))
    const mayName = ({ score }: { readonly score: number | 'none' | 'unknown' }) => score !== 'none'
    const exclusive = effects.filter(({ location }) => location.resourceDiscovery === 'exclusive')
    if (exclusive.length > 0 && !exclusive.some(mayName)) return -INFINITY_SCORE
    if (isOptIn && topOf(entry) === entry && !isNamed(entry, node)) return -INFINITY_SCORE
    return effects.reduce<number | undefined>((total, { score }) => {
      if (score === 'none') return total
      return total === undefined || score === 'unknown' ? undefined : sum(total, score)
    }, 0)
  }
  const known = new Map<ResourceEntry, Map<string, number | undefined>>()
  return {
    nodes: nodes.map(({ name }) => name),
    hostOf: (node) => hosts.get(node),
    scoreOn: (entry, node) => {
      const own = known.get(entry) ?? new Map<string, number | undefined>()
      known.set(entry, own)
      if (!own.has(node)) own.set(node, compute(entry, node))
      return own.get(node)
    },
    attributeOf: (node, name) =>
      nodesOf(cluster)
        .filter(({ uname }) => uname === node)
        .map((found) => nodeAttributeOf(cluster, found, name))[0],
  }
}

function locationsByEntry(index: ResourceIndex): ReadonlyMap<ResourceEntry, readonly RscLocation[]> {
  const found = new Map<ResourceEntry, RscLocation[]>()
  for (const location of constraintsOf(index.cluster)) {
    if (location.element !== 'rsc_location') continue
    for (const entry of placedBy(location, index)) {
      if (isForPromotion(location) && metaOf(index.cluster, topOf(entry), 'clone-max') === undefined) continue
      const own = found.get(entry)
      if (own === undefined) found.set(entry, [location])
      else own.push(location)
    }
  }
  return found
}

/** Where a promotable clone runs everywhere, such a location decides about roles only. */
function isForPromotion({ role = '', rules }: RscLocation): boolean {
  return isPromotedRole(role) || (rules.length > 0 && rules.every((rule) => isPromotedRole(rule.role ?? '')))
}

/** The score that a location gives to a resource on a node; `none` where it is not about that node. */
function effectOn(location: RscLocation, node: string, cluster: Cluster): number | 'none' | 'unknown' {
  const { rules, lifetime, score } = location
  if (rules.length === 0) {
    if (location.node !== undefined && location.node.toLowerCase() !== node.toLowerCase()) return 'none'
    const isClear = location.node !== undefined && score !== undefined && lifetime === undefined
    return isClear && !isForPromotion(location) ? scoreOf(score) : 'unknown'
  }
  const values = rules.map((rule) => ({ rule, isTrue: ruleOnNode(rule, node, cluster).isTrue }))
  const relevant = values.filter(({ isTrue }) => isTrue !== false)
  if (relevant.length === 0) return 'none'
  const isClear = relevant.every(({ rule, isTrue }) => isTrue === true && rule.scoreAttribute === undefined)
  if (!isClear || isForPromotion(location)) return 'unknown'
  return relevant.reduce((total, { rule }) => sum(total, scoreOf(rule.score)), 0)
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

/** The one role that not every active resource has or goes through. */
export function isPromotedRole(role: string): boolean {
  return /^(promoted|master)$/i.test(role)
}
