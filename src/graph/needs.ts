import { beforesOf } from './befores.js'
import type { ColocationLink } from './colocation-links.js'
import { isCopied, linkFlaw } from './link-flaws.js'
import { isDisabled, unmanagedReason } from './managed.js'
import { memberBefore, withHolders } from './members.js'
import { isLeftOut, type Placement } from './placement.js'
import { type Entry, topOf } from './resource-index.js'

/** What must be so for a resource to run on a node. */
export interface Needs {
  /** What must run on the same node. */
  readonly here: readonly Entry[]
  /** What must run somewhere. */
  readonly anywhere: readonly Entry[]
  /** True for what an operator has stopped. */
  readonly isDisabled: boolean
  /** True where more has a say than is looked at here: roles, tickets, negative scores, sets of which some are enough. */
  readonly isUnclear: boolean
}

/** The needs of a resource: colocations that bind in Pacemaker 2.1, the group it is in, and Mandatory orders. */
export function needsOf(entry: Entry, placement: Placement): Needs {
  const { index } = placement
  const links = withHolders(entry).flatMap((holder) => placement.linksOf(holder))
  const orders = withHolders(entry)
    .flatMap((holder) => beforesOf(holder, placement))
    .filter(({ cause }) => cause.kind !== 'Optional')
  const before = memberBefore(entry, index)
  return {
    here: [
      ...links.filter((link) => isInForce(link, placement)).map(({ primary }) => primary),
      ...(before === undefined ? [] : [before]),
    ],
    anywhere: orders.flatMap(({ first }) => first ?? []),
    isDisabled: isDisabled(index, entry),
    isUnclear:
      orders.some(
        ({ first, vertex, cause }) =>
          first === undefined || isLater(vertex.action) || cause.kind === 'Serialize',
      ) ||
      withHolders(entry).some((holder) => placement.avoiding.has(holder)) ||
      links.some((link) => hasRoles(link) || (isCopied(link.primary) && placement.dropped.has(link))) ||
      unmanagedReason(index, entry) !== undefined ||
      placement.tickets.has(topOf(entry)),
  }
}

/** Whether a role is reached, and a Serialize ever ends, depends on more than what runs. */
function isLater(action: string): boolean {
  return action === 'promote' || action === 'promoted'
}

function isInForce(link: ColocationLink, placement: Placement): boolean {
  const isBinding = link.score > 0 && linkFlaw(link, placement.index, '2.1') === undefined
  return isBinding && !isLeftOut(link, placement)
}

function hasRoles({ dependent, primary, dependentRole, primaryRole }: ColocationLink): boolean {
  const isRole = (entry: Entry, role: string | undefined) => role !== undefined && entry.promotable
  return isRole(dependent, dependentRole) || isRole(primary, primaryRole)
}
