import { INFINITY_SCORE } from '../../model/index.js'
import { roleOf } from '../../model/roles.js'
import type { Placement } from '../colocation/placement.js'
import { placedWith } from '../resource/members.js'
import { binds } from './followers.js'
import { neededBy } from './needed-by.js'
import type { Spreading } from './spreading.js'

/** Marks what needs two resources on its node that a colocation of -INFINITY separates, or one in a role, on all nodes. */
export function markContradictions(
  spreading: Spreading,
  placement: Placement,
  nodes: readonly string[],
): void {
  const needed = neededBy(placement)
  for (const { dependent, primary, constraint } of placement.separations) {
    const [one, other] = [needed(dependent), needed(primary)]
    for (const [service, reason] of one) {
      const second = other.get(service)
      if (second === undefined) continue
      const because = [reason, second]
      for (const node of nodes) spreading.mark(service, node, { constraints: [constraint], because })
    }
  }
  for (const { service, constraints } of separatedInRole(placement)) {
    for (const node of nodes) spreading.mark(service, node, { constraints, because: [] })
  }
}

/** What must, and must not, be where another is in one role. */
function separatedInRole(placement: Placement) {
  const { index, links, linksOf, dropped } = placement
  const separated = links.filter(
    (link) =>
      link.score <= -INFINITY_SCORE &&
      link.primaryRole !== undefined &&
      link.dependentRole === undefined &&
      link.constraint.lifetime === undefined &&
      !dropped.has(link),
  )
  return separated.flatMap(({ dependent, primary, primaryRole, constraint }) =>
    linksOf(dependent)
      .filter((link) => link.primary === primary && roleOf(link.primaryRole) === roleOf(primaryRole))
      .filter(({ score }) => score >= INFINITY_SCORE)
      .flatMap((link) =>
        placedWith(dependent, index)
          .filter((service) => binds(service, link, placement))
          .map((service) => ({ service, constraints: [link.constraint, constraint] })),
      ),
  )
}
