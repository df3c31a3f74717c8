import { booleanOf, INFINITY_SCORE, nodesOf } from '../../model/index.js'
import { withAncestors } from '../resource/members.js'
import { metaOf, nodeAttributeOf, propertyOf } from '../resource/meta-attributes.js'
import { type ResourceEntry, type ResourceIndex, topOf } from '../resource/resource-index.js'
import { type Effect, effectOn, isForPromotion, locationsByEntry, sumOf } from './location-effects.js'
import { avoidsHostedNodes, runnableNodes } from './nodes.js'

/** Where resources may run, as far as locations decide. */
export interface Locations {
  /** The names of the nodes that can run resources. */
  readonly nodes: readonly string[]
  /** What runs where a remote or guest node is up; undefined for a full member of the cluster. */
  readonly hostOf: (node: string) => ResourceEntry | undefined
  /** The score of a resource on a node; undefined where more than the configuration decides. */
  readonly scoreOn: (entry: ResourceEntry, node: string) => number | undefined
  /** The same while no node has an attribute that nothing in the configuration sets. */
  readonly scoreWhileUnset: (entry: ResourceEntry, node: string) => number | undefined
  /** The highest score that it may have, whatever decides. */
  readonly highestOn: (entry: ResourceEntry, node: string) => number
  /** The attributes that nothing sets, and that the score of a resource assumes to be unset. */
  readonly unsetFor: (entry: ResourceEntry) => readonly string[]
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
  const ownOf = memoized((entry: ResourceEntry) => {
    const isUnlimited = metaOf(cluster, topOf(entry), 'clone-max') === undefined
    // Where a promotable clone runs everywhere, such a location decides about roles only.
    const own = (locations.get(entry) ?? []).filter((location) => !(isUnlimited && isForPromotion(location)))
    return own.map((location) => ({
      location,
      on: memoized((node: string) => effectOn(location, node, cluster)),
    }))
  })
  const compute = (entry: ResourceEntry, node: string, isWhileUnset: boolean): number | undefined => {
    const isNamed = ({ mayName, score, unset }: Effect) =>
      isWhileUnset && unset !== undefined ? score !== 0 : mayName
    const names = (at: ResourceEntry) => ownOf(at).some(({ on }) => isNamed(on(node)))
    if (hosts.get(node) !== undefined && avoidsHostedNodes(entry, cluster)) return -INFINITY_SCORE
    const exclusive = ownOf(entry).filter(({ location }) => location.resourceDiscovery === 'exclusive')
    if (exclusive.length > 0 && !exclusive.some(({ on }) => isNamed(on(node)))) return -INFINITY_SCORE
    if (isOptIn && isPlacedItself(entry) && !withAncestors(entry).some(names)) return -INFINITY_SCORE
    const effects = ownOf(entry).map(({ on }) => on(node))
    return sumOf(effects.map(({ score, unset }) => (unset === undefined || isWhileUnset ? score : undefined)))
  }
  const scores = [false, true].map((isWhileUnset) =>
    memoized((entry: ResourceEntry) => memoized((node: string) => compute(entry, node, isWhileUnset))),
  ) as [Scores, Scores]
  const highest = memoized((entry: ResourceEntry) =>
    memoized((node: string) => {
      if (scores[0](entry)(node) === -INFINITY_SCORE) return -INFINITY_SCORE
      return sumOf(ownOf(entry).map(({ on }) => on(node).most)) ?? INFINITY_SCORE
    }),
  )
  return {
    nodes: nodes.map(({ name }) => name),
    hostOf: (node) => hosts.get(node),
    scoreOn: (entry, node) => scores[0](entry)(node),
    scoreWhileUnset: (entry, node) => scores[1](entry)(node),
    highestOn: (entry, node) => highest(entry)(node),
    unsetFor: (entry) => [
      ...new Set(ownOf(entry).flatMap(({ on }) => nodes.flatMap(({ name }) => on(name).unset ?? []))),
    ],
    attributeOf: (node, name) =>
      nodesOf(cluster)
        .filter(({ uname }) => uname === node)
        .map((found) => nodeAttributeOf(cluster, found, name))[0],
  }
}

type Scores = (entry: ResourceEntry) => (node: string) => number | undefined

function isPlacedItself({ resource }: ResourceEntry): boolean {
  return resource?.element === 'primitive' || resource?.element === 'bundle'
}

function memoized<Key, Value>(compute: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>()
  return (key) => {
    if (!known.has(key)) known.set(key, compute(key))
    return known.get(key) as Value
  }
}
