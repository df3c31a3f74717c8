import { INFINITY_SCORE } from '../../model/index.js'
import { type Placement, placementOf } from '../colocation/placement.js'
import { needsOnNode } from '../feasibility/closure.js'
import { closureOf, feasibility } from '../feasibility/feasibility.js'
import { memberBefore, placedWith, runsOnSeveralNodes, withAncestors } from '../resource/members.js'
import { memoizePerCluster } from '../resource/memoize.js'
import { type ResourceEntry, topOf } from '../resource/resource-index.js'
import { connected, membersAfter, membersOf } from './connected.js'
import { looseColocations, looseMeetings } from './loose-colocations.js'
import type { Impossible } from './reason.js'

/**
 * What may stop after a failure although nothing proves it: a constraint connects it with what is affected, and it is
 * not certain to find a node.
 */
export function mayStop(
  affected: ReadonlySet<ResourceEntry>,
  failed: ResourceEntry,
  nodes: readonly string[],
  placement: Placement,
  after: Impossible,
  isKnown: (service: ResourceEntry) => boolean,
): ResourceEntry[] {
  const { index, locations } = placement
  const up = locations.nodes
  const mayMove = nodes.length < up.length
  const stranded = [...leftBehind(affected, after, placement), ...boundBundles(affected, placement)]
  const byChance = new Set([
    ...placedByChance(placement.cluster),
    ...connected(new Set(unwanted(affected, after, placement)), placement, false),
    ...[...affected].flatMap((service) => membersBefore(service, after, placement)),
    ...(mayMove ? connected(new Set(stranded), placement, false) : []),
  ])
  const candidates = connected(
    new Set([...affected, ...byChance, ...displacedBy(affected, placement)]),
    placement,
    mayMove,
  ).filter((service) => !isKnown(service))
  if (candidates.length === 0) return []
  const closure = closureOf(candidates, placement)
  const failing = new Set(placedWith(failed, index))
  const { can } = feasibility(closure, placement, {
    up,
    hasFailed: (entry, node) => failing.has(entry) && nodes.includes(node),
  })
  const isStuckOn = (service: ResourceEntry, need: ResourceEntry) =>
    !runsOnSeveralNodes(topOf(need)) &&
    nodes.some((node) => after.on(service, node) !== undefined && after.on(need, node) === undefined)
  const isContested = (service: ResourceEntry) =>
    [...needsOnNode(service, closure, placement)].some(
      (need) => isRivalled(need, placement) || isStuckOn(service, need),
    )
  const isSure = (service: ResourceEntry) => {
    if (up.every((node) => can(service, node) === 'no')) return after.nowhere(service) !== undefined
    return up.some((node) => can(service, node) === 'yes') && !isContested(service)
  }
  return candidates.filter((service) => byChance.has(service) || !isSure(service))
}

/** What meets what it is placed with only by chance, and what needs that. */
const placedByChance = memoizePerCluster((cluster): ReadonlySet<ResourceEntry> => {
  const placement = placementOf(cluster)
  const members = looseColocations(placement).map(({ dependent }) => dependent)
  return new Set(
    connected(
      new Set([...members, ...looseMeetings(placement).map(({ dependent }) => dependent)]),
      placement,
      false,
    ),
  )
})

/**
 * What the affected, or a member of its group, is placed with may move for its sake; what has to be with that, and
 * cannot be wherever it can, is left behind.
 */
function leftBehind(
  affected: ReadonlySet<ResourceEntry>,
  after: Impossible,
  { index, linksOf, linksTo, locations }: Placement,
): ResourceEntry[] {
  const groups = [...affected].flatMap((service) => [service, ...membersOf(service, index)])
  const primaries = [...new Set(groups)]
    .flatMap((service) => withAncestors(service).flatMap((entry) => linksOf(entry)))
    .filter(({ score }) => score > 0)
    .flatMap(({ primary }) => placedWith(primary, index))
  return [...new Set(primaries)].flatMap((primary) => {
    const dependents = withAncestors(primary)
      .flatMap((entry) => linksTo(entry))
      .filter(({ score }) => score >= INFINITY_SCORE)
      .flatMap(({ dependent }) => placedWith(dependent, index))
    return [...membersAfter(primary, index), ...dependents].filter((other) =>
      locations.nodes.some(
        (node) => after.on(primary, node) === undefined && after.on(other, node) !== undefined,
      ),
    )
  })
}

/**
 * What prefers a clone or bundle and is bound to where that runs no more: Pacemaker takes the score of the colocation off
 * there as long as another instance runs, and does not run what is left with less than 0.
 */
function unwanted(
  affected: ReadonlySet<ResourceEntry>,
  after: Impossible,
  { index, linksOf, linksTo, locations }: Placement,
): ResourceEntry[] {
  const isBound = (service: ResourceEntry) =>
    memberBefore(service, index) !== undefined ||
    withAncestors(service).some((entry) => linksOf(entry).some(({ score }) => score >= INFINITY_SCORE))
  return [...affected].flatMap((service) => {
    const left = locations.nodes.filter((node) => after.on(service, node) === undefined)
    if (left.length === 0) return []
    return withAncestors(service)
      .filter(runsOnSeveralNodes)
      .flatMap((entry) => linksTo(entry))
      .filter(({ score }) => score > 0 && score < INFINITY_SCORE)
      .flatMap(({ dependent }) => placedWith(dependent, index).slice(0, 1))
      .filter((first) => isBound(first) || left.every((node) => after.on(first, node) !== undefined))
  })
}

/** The affected bundles that must be with one resource: it does not move for the sake of a bundle. */
function boundBundles(affected: ReadonlySet<ResourceEntry>, { linksOf }: Placement): ResourceEntry[] {
  return [...affected].filter(
    (service) =>
      topOf(service).resource?.element === 'bundle' &&
      withAncestors(service).some((entry) =>
        linksOf(entry).some(
          ({ score, primary }) => score >= INFINITY_SCORE && !runsOnSeveralNodes(topOf(primary)),
        ),
      ),
  )
}

/** True where another resource may take its place, or that of a member of its group. */
function isRivalled(service: ResourceEntry, { index, linksOf, linksTo }: Placement): boolean {
  const group = service.parent?.resource?.element === 'group' ? placedWith(service.parent, index) : []
  return [...withAncestors(service), ...group].some((entry) =>
    [...linksOf(entry), ...linksTo(entry)].some(({ score }) => score < 0),
  )
}

/** What must avoid what so far avoided the affected, and may now take their nodes. */
function displacedBy(
  affected: ReadonlySet<ResourceEntry>,
  { index, linksOf, linksTo }: Placement,
): ResourceEntry[] {
  const avoiding = ({ score }: { readonly score: number }) => score <= -INFINITY_SCORE
  const gaining = [...affected].flatMap((service) =>
    withAncestors(service).flatMap((entry) =>
      linksTo(entry)
        .filter(avoiding)
        .map(({ dependent }) => dependent),
    ),
  )
  return [...new Set(gaining)].flatMap((entry) =>
    [
      ...linksOf(entry)
        .filter(avoiding)
        .map(({ primary }) => primary),
      ...linksTo(entry)
        .filter(avoiding)
        .map(({ dependent }) => dependent),
    ].flatMap((other) => placedWith(other, index)),
  )
}

/** From Pacemaker 3.0 on, the members of a group before one that is placed with what runs nowhere. */
function membersBefore(
  member: ResourceEntry,
  after: Impossible,
  { index, linksOf }: Placement,
): ResourceEntry[] {
  const isGone = linksOf(member).some(
    ({ score, primary }) =>
      score >= INFINITY_SCORE &&
      placedWith(primary, index).every((service) => after.nowhere(service) !== undefined),
  )
  const members = membersOf(member, index)
  return isGone ? members.slice(0, members.indexOf(member)) : []
}
