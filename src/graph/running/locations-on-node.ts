import {
  booleanOf,
  type Cluster,
  constraintsOf,
  INFINITY_SCORE,
  nodesOf,
  type RscLocation,
  scoreOf,
} from '../../model/index.js'
import type { Placement } from '../colocation/placement.js'
import { isPromotedRole, placedBy } from '../resource/locations.js'
import { placedWith, runsOnSeveralNodes, withAncestors } from '../resource/members.js'
import { metaOf, propertyOf } from '../resource/meta-attributes.js'
import { allNodes, avoidsHostedNodes } from '../resource/nodes.js'
import { type ResourceEntry, topOf } from '../resource/resource-index.js'
import { ruleOnNode } from '../resource/rules-on-node.js'
import type { Reason } from './possible.js'

/** Why locations keep a service off a node, undefined where they do not. */
export type BanOn = (service: ResourceEntry, node: string) => Reason | undefined

/** Every node that may run resources; in a cluster that lists none, those that locations name, and one that they do not. */
export function possibleNodes({ cluster, index }: Placement): readonly string[] {
  if (nodesOf(cluster).length > 0) return allNodes(index).map(({ name }) => name)
  const named = constraintsOf(cluster).flatMap((constraint) =>
    constraint.element === 'rsc_location' ? (constraint.node ?? []) : [],
  )
  return [...new Set([...named, unnamed])]
}

const unnamed = ' '

interface Effect {
  /** Undefined where more than the configuration decides. */
  readonly score: number | undefined
  readonly unset?: string
}

/**
 * What locations forbid: a score of -INFINITY, a negative one that nothing can raise, any other node in an opt-in
 * cluster or beside `resource-discovery=exclusive`.
 */
export function bansOf(placement: Placement): BanOn {
  const { cluster, index } = placement
  const isOptIn = booleanOf(propertyOf(cluster, 'symmetric-cluster')) === false
  const locations = locationsByEntry(placement)
  const hosted = new Set(allNodes(index).flatMap(({ name, host }) => (host === undefined ? [] : [name])))
  return (service, node) => {
    if (hosted.has(node) && avoidsHostedNodes(service, cluster)) return { constraints: [], because: [] }
    const all = withAncestors(service).flatMap((entry) => locations.get(entry) ?? [])
    const own = scoredBy(service).flatMap((entry) => locations.get(entry) ?? [])
    const effects = own.map((location) => ({ location, ...effectOn(location, node, cluster) }))
    const [ban] = effects
      .filter(({ score }) => score !== undefined && score <= -INFINITY_SCORE)
      .sort((a, b) => Number(a.unset !== undefined) - Number(b.unset !== undefined))
    if (ban !== undefined) return reasonFor([ban])
    const exclusive = own.filter(isExclusive)
    if (exclusive.length > 0 && exclusive.every((location) => !mayName(location, node, cluster))) {
      return { constraints: exclusive, because: [] }
    }
    const isUnlimited = metaOf(cluster, topOf(service), 'clone-max') === undefined
    const allows = (location: RscLocation) =>
      !(isUnlimited && isPromotedRole(location.role ?? '')) && mayName(location, node, cluster)
    if (isOptIn && !all.some(allows)) return { constraints: [], because: [], isOptIn: true }
    if (effects.some(({ score }) => score === undefined)) return undefined
    const sum = effects.reduce((total, { score = 0 }) => total + score, 0)
    if (sum >= 0 || runsOnSeveralNodes(topOf(service)) || isPulled(topOf(service), placement))
      return undefined
    return reasonFor(effects.filter(({ score = 0 }) => score < 0))
  }

  function isPulled(top: ResourceEntry, { linksOf, linksTo }: Placement): boolean {
    return [top, ...placedWith(top, index)].some((entry) => linksOf(entry).length + linksTo(entry).length > 0)
  }
}

/** What a service has its scores from: of a group, only the first member has those of the group. */
function scoredBy(service: ResourceEntry): ResourceEntry[] {
  return service.previous === undefined ? withAncestors(service) : [service]
}

function reasonFor(effects: readonly (Effect & { readonly location: RscLocation })[]): Reason {
  const unset = effects.flatMap((effect) => effect.unset ?? [])[0]
  const constraints = [...new Set(effects.map(({ location }) => location))]
  return { constraints, because: [], ...(unset === undefined ? {} : { attribute: unset }) }
}

function locationsByEntry({ cluster, index }: Placement): ReadonlyMap<ResourceEntry, readonly RscLocation[]> {
  const found = new Map<ResourceEntry, RscLocation[]>()
  for (const location of constraintsOf(cluster)) {
    if (location.element !== 'rsc_location') continue
    for (const entry of placedBy(location, index)) {
      found.set(entry, [...(found.get(entry) ?? []), location])
    }
  }
  return found
}

function isExclusive({ resourceDiscovery }: RscLocation): boolean {
  return resourceDiscovery === 'exclusive'
}

/** Node names are compared without case. */
function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase()
}

/** True where the location may put a node, with any score, among those that the resource may use. */
function mayName(location: RscLocation, node: string, cluster: Cluster): boolean {
  const { rules } = location
  if (rules.length === 0) return location.node === undefined || isSame(location.node, node)
  return rules.some((rule) => {
    const { isTrue, unset } = ruleOnNode(rule, node, cluster)
    return isTrue !== false || unset !== undefined
  })
}

/** The score that a location gives to a node. */
function effectOn(location: RscLocation, node: string, cluster: Cluster): Effect {
  const { rules, lifetime, role } = location
  if (lifetime !== undefined) return { score: undefined }
  if (role !== undefined && isPromotedRole(role)) return { score: undefined }
  if (rules.length === 0) {
    if (location.node === undefined) return { score: undefined }
    return { score: isSame(location.node, node) ? scoreOf(location.score) : 0 }
  }
  const [rule, ...others] = rules
  if (rule === undefined || others.length > 0 || isPromotedRole(rule.role ?? '')) return { score: undefined }
  const { isTrue, unset } = ruleOnNode(rule, node, cluster)
  if (isTrue === undefined || rule.scoreAttribute !== undefined) return { score: undefined }
  return { score: isTrue ? scoreOf(rule.score) : 0, ...(unset === undefined ? {} : { unset }) }
}
