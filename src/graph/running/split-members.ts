import { INFINITY_SCORE } from '../../model/index.js'
import { isPlainGroup } from '../colocation/blocked-starts.js'
import type { Placement } from '../colocation/placement.js'
import { closureOf, feasibility } from '../feasibility/feasibility.js'
import { childrenOfEntry, isCollocated } from '../resource/members.js'
import type { ResourceEntry } from '../resource/resource-index.js'
import { neededBy } from './needed-by.js'
import type { Spreading } from './spreading.js'

/**
 * Marks what needs a member of a group and is kept from a later one, on the nodes where that runs whenever the first does.
 * Once the later one has failed it can run.
 */
export function markSplitMembers(spreading: Spreading, placement: Placement, nodes: readonly string[]): void {
  const needed = neededBy(placement)
  for (const { dependent, primary, constraint } of placement.separations) {
    const before = neededBefore(primary, placement)
    if (before.length === 0) continue
    const follows = nodes.filter((node) => isFollowing(primary, node, placement))
    const separated = needed(dependent)
    for (const [service, reason] of before.flatMap((member) => [...needed(member)])) {
      const other = separated.get(service)
      if (other === undefined) continue
      const because = [reason, other]
      for (const node of follows) spreading.mark(service, node, { constraints: [constraint], because })
    }
  }
}

/** The members of a group before one, as far as something is placed with them. */
function neededBefore(member: ResourceEntry, { index, linksTo }: Placement): ResourceEntry[] {
  const { parent } = member
  if (parent === undefined || !isPlainGroup(parent) || !isCollocated(index, parent)) return []
  const members = childrenOfEntry(parent, index)
  return members
    .slice(0, members.indexOf(member))
    .filter((before) => linksTo(before).some(({ score }) => score >= INFINITY_SCORE))
}

/** True where a member of a group certainly runs on a node once those before it do, whichever nodes are up. */
function isFollowing(member: ResourceEntry, node: string, placement: Placement): boolean {
  const closure = closureOf([member], placement)
  return [[node], placement.locations.nodes].every(
    (up) => feasibility(closure, placement, { up, hasFailed: () => false }).can(member, node) === 'yes',
  )
}
