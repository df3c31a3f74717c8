import { INFINITY_SCORE } from '../../model/index.js'
import type { Placement } from '../colocation/placement.js'
import { phaseOf } from '../order/vertex.js'
import { childrenOfEntry, placedWith, withAncestors } from '../resource/members.js'
import type { ResourceEntry, ResourceIndex } from '../resource/resource-index.js'

/** What constraints, however weak the chain, connect with what is affected. */
export function connected(
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

/** The members of the group that an entry is in. */
export function membersOf({ parent }: ResourceEntry, index: ResourceIndex): ResourceEntry[] {
  return parent?.resource?.element === 'group' ? childrenOfEntry(parent, index) : []
}

/** Those after it. */
export function membersAfter(member: ResourceEntry, index: ResourceIndex): ResourceEntry[] {
  const members = membersOf(member, index)
  return members.slice(members.indexOf(member) + 1)
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
      // A bundle's containers start before it has started.
      if (entry !== undefined && entry !== service) found.push(entry)
      else reached.add(successor)
    }
  }
  return found
}
