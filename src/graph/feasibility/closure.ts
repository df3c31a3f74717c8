import { booleanOf, INFINITY_SCORE } from '../../model/index.js'
import { isEverywhere, type Placement } from '../colocation/placement.js'
import { placedWith } from '../resource/members.js'
import { metaOf } from '../resource/meta-attributes.js'
import type { ResourceEntry } from '../resource/resource-index.js'
import type { Closure, Feasibility } from './feasibility.js'
import type { Needs } from './needs.js'

const needsHere = ({ here }: Needs) => here

/** All that may decide whether a service runs. */
export const needsOfAnyKind = ({ here, anywhere, perhaps }: Needs) => [...here, ...anywhere, ...perhaps]

/** The service, and all that it needs on its node; with another choice of needs, those. */
export function needsOnNode(
  start: ResourceEntry,
  closure: Closure,
  { index }: Placement,
  needsIn: (needs: Needs) => readonly ResourceEntry[] = needsHere,
): ReadonlySet<ResourceEntry> {
  const found = new Set([start])
  for (const entry of found) {
    const needs = closure.get(entry)
    for (const need of needs === undefined ? [] : needsIn(needs)) {
      for (const service of placedWith(need, index)) found.add(service)
    }
  }
  return found
}

/**
 * True where a service, and all that must be on its node, can be on each of these nodes, and nothing moves them
 * elsewhere: what runs once can be on no other node, and there are more nodes than resources to avoid.
 */
export function isFree(
  start: ResourceEntry,
  nodes: readonly string[],
  up: readonly string[],
  { can, isOff }: Feasibility,
  closure: Closure,
  placement: Placement,
): boolean {
  const all = [...needsOnNode(start, closure, placement)]
  const isOnNodes = (entry: ResourceEntry) => nodes.every((node) => can(entry, node) === 'yes')
  const isNowhereElse = (entry: ResourceEntry) =>
    isFollowing(entry, start, placement) ||
    up.every((node) => nodes.includes(node) || can(entry, node) !== 'yes')
  const isRival = (entry: ResourceEntry) =>
    !isEverywhere(entry, placement) && nodes.some((node) => !isOff(entry, node))
  const avoided = all.flatMap((entry) => {
    const { without = [], antiColocatedWith = [] } = closure.get(entry) ?? {}
    return [...without, ...antiColocatedWith].flatMap((other) => placedWith(other, placement.index))
  })
  return (
    all.every(isOnNodes) &&
    all.filter((entry) => !isEverywhere(entry, placement)).every(isNowhereElse) &&
    nodes.length > new Set(avoided.filter(isRival)).size
  )
}

/**
 * True for what Pacemaker places where the start can be too: the start alone is placed with it, by a colocation that has
 * influence, and both run once.
 */
function isFollowing(
  entry: ResourceEntry,
  start: ResourceEntry,
  { index, dropped, linksOf, linksTo }: Placement,
): boolean {
  const isPlain = (service: ResourceEntry) =>
    service.parent === undefined && service.resource?.element === 'primitive'
  const [link, ...others] = linksTo(entry)
  return (
    isPlain(entry) &&
    isPlain(start) &&
    others.length === 0 &&
    link?.dependent === start &&
    link.score >= INFINITY_SCORE &&
    (booleanOf(link.constraint.influence) ?? true) &&
    (booleanOf(metaOf(index.cluster, start, 'critical')) ?? true) &&
    linksOf(entry).every((own) => Math.abs(own.score) < INFINITY_SCORE || dropped.has(own))
  )
}
