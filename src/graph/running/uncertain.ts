import { INFINITY_SCORE } from '../../model/index.js'
import { needsOnNode } from '../colocation/closure.js'
import { closureOf, feasibility } from '../colocation/feasibility.js'
import { type Placement, placementOf } from '../colocation/placement.js'
import { phaseOf } from '../order/vertex.js'
import { childrenOfEntry, placedWith, runsOnSeveralNodes, withAncestors } from '../resource/members.js'
import { memoizePerCluster } from '../resource/memoize.js'
import { type ResourceEntry, type ResourceIndex, topOf } from '../resource/resource-index.js'
import { looseColocations } from './loose-colocations.js'
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
  const byChance = new Set([
    ...placedByChance(placement.cluster),
    ...[...affected].flatMap((service) => membersBefore(service, after, placement)),
  ])
  const candidates = connected(
    new Set([...affected, ...byChance, ...displacedBy(affected, placement)]),
    placement,
    nodes.length < up.length,
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
    if (up.every((node) => can(service, node) === 'no')) return true
    return up.some((node) => can(service, node) === 'yes') && !isContested(service)
  }
  return candidates.filter((service) => byChance.has(service) || !isSure(service))
}

/** The members of groups that meet what they are placed with only by chance, and what needs them. */
const placedByChance = memoizePerCluster((cluster): ReadonlySet<ResourceEntry> => {
  const placement = placementOf(cluster)
  const members = looseColocations(placement).map(({ dependent }) => dependent)
  return new Set(connected(new Set(members), placement, false))
})

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

/** What constraints, however weak the chain, connect with what is affected. */
function connected(
  affected: ReadonlySet<ResourceEntry>,
  placement: Placement,
  mayMove: boolean,
): ResourceEntry[] {
  const { index } = placement
  const reached = new Set(affected)
  for (const service of reached) {
    const next = [...placedByService(service, placement, mayMove), ...startedAfter(service, placement)]
    for (const other of next.flatMap((entry) => placedWith(entry, index))) reached.add(other)
  }
  return [...reached]
}

function placedByService(service: ResourceEntry, placement: Placement, mayMove: boolean): ResourceEntry[] {
  const { linksTo, linksOf, index } = placement
  const ancestors = withAncestors(service)
  const dependents = ancestors
    .flatMap((entry) => linksTo(entry))
    .filter(({ score }) => score >= INFINITY_SCORE || (mayMove && score < 0))
    .map(({ dependent }) => dependent)
  const rivals = ancestors
    .flatMap((entry) => linksOf(entry))
    .filter(({ score }) => mayMove && score < 0)
    .map(({ primary }) => primary)
  return [...dependents, ...rivals, ...membersAfter(service, index)]
}

function membersOf({ parent }: ResourceEntry, index: ResourceIndex): ResourceEntry[] {
  return parent?.resource?.element === 'group' ? childrenOfEntry(parent, index) : []
}

function membersAfter(member: ResourceEntry, index: ResourceIndex): ResourceEntry[] {
  const members = membersOf(member, index)
  return members.slice(members.indexOf(member) + 1)
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

function startedAfter(service: ResourceEntry, { graph, index }: Placement): ResourceEntry[] {
  const from = graph.vertex(service.id, 'start')
  const reached = new Set(from === undefined ? [] : [from])
  const found: ResourceEntry[] = []
  for (const vertex of reached) {
    for (const successor of graph.successors(vertex)) {
      if (phaseOf(successor) === 'down' || reached.has(successor)) continue
      if (successor.action === 'one-or-more' && graph.predecessors(successor).length > 1) continue
      const binds = graph
        .causes(vertex, successor)
        .some((cause) => !('id' in cause) || (cause.kind === 'Mandatory' && !cause.inverse))
      if (!binds) continue
      const entry = successor.action === 'start' ? index.get(successor.resource) : undefined
      if (entry !== undefined) found.push(entry)
      else reached.add(successor)
    }
  }
  return found
}
