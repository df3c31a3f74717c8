import { booleanOf, constraintsOf, INFINITY_SCORE, nodesOf, type RscLocation } from '../../model/index.js'
import { nodeScores } from '../colocation/node-scores.js'
import type { Placement } from '../colocation/placement.js'
import { type Effect, effectOn, isPromotedRole, locationsByEntry } from '../location/location-effects.js'
import { allNodes, avoidsHostedNodes } from '../location/nodes.js'
import { runsOnSeveralNodes, withAncestors } from '../resource/members.js'
import { metaOf, propertyOf } from '../resource/meta-attributes.js'
import { type ResourceEntry, topOf } from '../resource/resource-index.js'
import type { Reason } from './reason.js'

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

/**
 * What locations forbid: a score of -INFINITY, a negative one that nothing can raise, any other node in an opt-in
 * cluster or beside `resource-discovery=exclusive`.
 */
export function bansOf(placement: Placement): BanOn {
  const { cluster, index } = placement
  const isOptIn = booleanOf(propertyOf(cluster, 'symmetric-cluster')) === false
  const locations = locationsByEntry(index)
  const hosted = new Set(allNodes(index).flatMap(({ name, host }) => (host === undefined ? [] : [name])))
  const { isBanned } = nodeScores(placement, true)
  return (service, node) => {
    if (hosted.has(node) && avoidsHostedNodes(service, cluster)) return { constraints: [], because: [] }
    const effectsOf = (entry: ResourceEntry) =>
      (locations.get(entry) ?? []).map((location) => ({ location, ...effectOn(location, node, cluster) }))
    const effects = scoredBy(service).flatMap(effectsOf)
    const [ban] = effects
      .filter(({ score }) => score !== undefined && score <= -INFINITY_SCORE)
      .sort((a, b) => Number(a.unset !== undefined) - Number(b.unset !== undefined))
    if (ban !== undefined) return reasonFor([ban])
    const exclusive = effects.filter(({ location }) => location.resourceDiscovery === 'exclusive')
    if (exclusive.length > 0 && !exclusive.some(({ mayName }) => mayName)) {
      return { constraints: exclusive.map(({ location }) => location), because: [] }
    }
    const isUnlimited = metaOf(cluster, topOf(service), 'clone-max') === undefined
    const isAllowed = withAncestors(service)
      .flatMap(effectsOf)
      .some(({ location, mayName }) => mayName && !(isUnlimited && isPromotedRole(location.role ?? '')))
    if (isOptIn && !isAllowed) return { constraints: [], because: [], isOptIn: true }
    if (effects.some(({ score }) => score === undefined)) return undefined
    const sum = effects.reduce((total, { score = 0 }) => total + score, 0)
    // An instance of a clone stays where it is by a stickiness of 1.
    const least = runsOnSeveralNodes(topOf(service)) ? -1 : 0
    if (sum >= least || !isBanned(service, node)) return undefined
    return reasonFor(effects.filter(({ score = 0 }) => score < 0))
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
