import { INFINITY_SCORE, scoreOf } from '../../model/index.js'
import { sumOf } from '../location/location-effects.js'
import { placedWith, withAncestors } from '../resource/members.js'
import { metaOf } from '../resource/meta-attributes.js'
import type { ResourceEntry } from '../resource/resource-index.js'
import type { Placement } from './placement.js'

/** What the scores of locations mean for services on nodes. */
export interface NodeScores {
  /** True where a service certainly cannot run: a score of -INFINITY, or a negative one that nothing can raise. */
  readonly isBanned: (service: ResourceEntry, node: string) => boolean
  /** True where it depends on other scores, or on more than the configuration, whether it can. */
  readonly isDoubtful: (service: ResourceEntry, node: string) => boolean
  /** True where what avoids a service, and would rather be on the node itself, may give it a negative score there. */
  readonly isRepelled: (service: ResourceEntry, node: string) => boolean
  /** True where a location has an effect, whatever it is. */
  readonly isScored: (service: ResourceEntry, node: string) => boolean
  /** True where a service has a negative score, and only a colocation with another resource can raise that. */
  readonly isRaisedOnlyBy: (service: ResourceEntry, node: string, other: ResourceEntry) => boolean
}

/** The scores; with `isWhileUnset` those while no node has an attribute that nothing in the configuration sets. */
export function nodeScores(placement: Placement, isWhileUnset: boolean): NodeScores {
  const { locations, linksOf, linksTo, index, cluster } = placement
  const scoreOn = isWhileUnset ? locations.scoreWhileUnset : locations.scoreOn
  /** A group's own scores are those of its first member. */
  const scored = (service: ResourceEntry) =>
    service.previous === undefined ? withAncestors(service) : [service]
  const ownScore = (service: ResourceEntry, node: string) =>
    sumOf(scored(service).map((entry) => scoreOn(entry, node)))
  const highest = (service: ResourceEntry, node: string) =>
    sumOf(scored(service).map((entry) => locations.highestOn(entry, node))) ?? INFINITY_SCORE
  const isBannedBy = (service: ResourceEntry, node: string) =>
    withAncestors(service).some((entry) => {
      const score = scoreOn(entry, node)
      return score !== undefined && score <= -INFINITY_SCORE
    })
  /** How much others may add to a score, at most. */
  const gainOf = (service: ResourceEntry, node: string, other?: ResourceEntry): number => {
    const own = withAncestors(service).flatMap((entry) => [
      ...linksOf(entry).map(({ score, primary }) =>
        score < INFINITY_SCORE && primary !== other ? Math.max(0, score) : 0,
      ),
      ...linksTo(entry).map(({ dependent, score }) =>
        score <= 0 ? 0 : (pullOf(dependent, node) * score) / INFINITY_SCORE,
      ),
    ])
    return total([...own, ...laterMembers(service).map((member) => pullOf(member, node))])
  }
  /** What is placed with a resource pulls it where it has a score itself, or was before. */
  const pullOf = (dependent: ResourceEntry, node: string): number =>
    total(
      [...new Set([...withAncestors(dependent), ...placedWith(dependent, index)])].flatMap((entry) => [
        Math.max(0, scoreOn(entry, node) ?? Number.POSITIVE_INFINITY),
        Math.max(0, scoreOf(metaOf(cluster, entry, 'resource-stickiness'))),
        linksTo(entry).length > 0 ? Number.POSITIVE_INFINITY : 0,
      ]),
    )
  const laterMembers = ({ id, parent }: ResourceEntry) => {
    const { resource } = parent ?? {}
    if (resource?.element !== 'group') return []
    const later = resource.members.slice(resource.members.findIndex((member) => member.id === id) + 1)
    return later.flatMap((member) => index.get(member.id) ?? [])
  }
  const isBanned = (service: ResourceEntry, node: string) => {
    if (isBannedBy(service, node)) return true
    const score = ownScore(service, node) ?? highest(service, node)
    return score < 0 && score + gainOf(service, node) < 0
  }
  return {
    isBanned,
    isDoubtful: (service, node) => {
      const score = ownScore(service, node)
      return score === undefined || score < 0
    },
    isRepelled: (service, node) => {
      const losses = withAncestors(service)
        .flatMap((entry) => linksTo(entry))
        .map(({ score, dependent }) => (score < 0 ? lossBy(pullOf(dependent, node), score) : 0))
      return (ownScore(service, node) ?? -1) < total(losses)
    },
    isRaisedOnlyBy: (service, node, other) => {
      const score = ownScore(service, node) ?? highest(service, node)
      const kept = Math.max(0, scoreOf(metaOf(cluster, service, 'resource-stickiness')))
      return score + kept + gainOf(service, node, other) < 0
    },
    isScored: (service, node) => withAncestors(service).some((entry) => scoreOn(entry, node) !== 0),
  }
}

/** What a negative colocation takes from a score: its part of the pull, at least 1. */
function lossBy(pull: number, score: number): number {
  return pull === 0 ? 0 : Math.max(1, (pull * -score) / INFINITY_SCORE)
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0)
}
