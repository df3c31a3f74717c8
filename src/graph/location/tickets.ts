import { booleanOf, constraintsOf, type RawElement, type RscTicket } from '../../model/index.js'
import { roleOf } from '../../model/roles.js'
import { type ResourceEntry, type ResourceIndex, topOf } from '../resource/resource-index.js'
import { expandSets, taggedSet } from '../resource/resource-sets.js'

/** That a resource runs only while the cluster has a ticket. */
export interface TicketNeed {
  readonly ticket: string
  /** What the cluster's status has of the ticket: without it, what needs it runs nowhere; unclear where it stays as it is. */
  readonly now: 'granted' | 'missing' | 'unclear'
}

/** What needs tickets, at the top level; one that is missing comes first. */
export function ticketNeeds(index: ResourceIndex): ReadonlyMap<ResourceEntry, TicketNeed> {
  const found = new Map<ResourceEntry, TicketNeed>()
  for (const constraint of constraintsOf(index.cluster)) {
    if (constraint.element !== 'rsc_ticket' || constraint.ticket === undefined) continue
    const { ticket } = constraint
    const listed = expandSets(constraint, index).map(({ members, set }) => ({ members, role: set.role }))
    const single = { members: taggedSet(index, constraint.rsc) ?? [], role: constraint.rscRole }
    for (const { members, role } of [...listed, single]) {
      const now = isGranted(ticket, index.cluster.status) ? 'granted' : withoutTicket(constraint, role)
      for (const top of members.map(topOf)) {
        if (found.get(top)?.now !== 'missing') found.set(top, { ticket, now })
      }
    }
  }
  return found
}

/** A ticket for the promoted role alone does not stop what is not promoted. */
function withoutTicket({ lossPolicy }: RscTicket, role: string | undefined): TicketNeed['now'] {
  if (lossPolicy === 'freeze' || lossPolicy === 'fence') return 'unclear'
  return roleOf(role) === 'Promoted' && lossPolicy !== 'stop' ? 'unclear' : 'missing'
}

function isGranted(ticket: string, status: RawElement | undefined): boolean {
  const states = status?.children.filter(({ name }) => name === 'tickets').flatMap(({ children }) => children)
  return (states ?? []).some(({ attributes }) => {
    const values = new Map(attributes)
    return values.get('id') === ticket && booleanOf(values.get('granted')) === true
  })
}
