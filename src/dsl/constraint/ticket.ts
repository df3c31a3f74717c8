import { pcsId } from '../../model/ids.js'
import { idOf, type Ref, type RscTicket } from '../../model/index.js'
import type { Enumeration, Role } from '../enumerations.js'
import { type OptionTable, optionFields } from '../options.js'
import { underId } from './constraint-id.js'
import { resourceSets, type SetOption, setConstraintId } from './resource-sets.js'

export interface TicketSetsOptions {
  readonly id?: string
  readonly lossPolicy?: Enumeration<'lossPolicy'>
}

export interface TicketOptions extends TicketSetsOptions {
  readonly rscRole?: Role
}

const setsOptions = {
  of: 'ticketSets()',
  options: { id: 'attribute', lossPolicy: 'attribute' },
} as const satisfies OptionTable<TicketSetsOptions>

const ticketOptions = {
  of: 'ticket()',
  options: { ...setsOptions.options, rscRole: 'attribute' },
} as const satisfies OptionTable<TicketOptions>

/**
 * The resource runs only where the cluster has the ticket.
 *
 * @example
 * ```ts
 * const db = systemd('db')
 * const atSiteA = ticket('site-a', db, { lossPolicy: 'fence' })
 * // <rsc_ticket id="ticket-site-a-db" rsc="db" ticket="site-a" loss-policy="fence"/>
 * // pcs constraint ticket add site-a db loss-policy=fence
 * ```
 */
export function ticket<const Id extends string>(
  name: string,
  rsc: Ref<Id>,
  options: TicketOptions = {},
): RscTicket<Id> {
  return underId(options.id, pcsId.ticket(name, idOf(rsc), options.rscRole), (id) => ({
    element: 'rsc_ticket',
    rsc: idOf(rsc),
    ticket: name,
    ...optionFields({ ...options, id }, ticketOptions),
    resourceSets: [],
  }))
}

/**
 * The sets of resources run only where the cluster has the ticket.
 *
 * @example
 * ```ts
 * const [a, b] = [systemd('a'), systemd('b')]
 * const atSiteA = ticketSets('site-a', [{ resources: [a, b] }])
 * // <rsc_ticket id="ticket_set_aabb" ticket="site-a">
 * // pcs constraint ticket set a b setoptions ticket=site-a
 * ```
 */
export function ticketSets<const Id extends string = never>(
  name: string,
  sets: readonly SetOption<Id>[],
  options: TicketSetsOptions = {},
): RscTicket<Id> {
  return underId(options.id, setConstraintId('ticket', sets), (id) => ({
    element: 'rsc_ticket',
    ticket: name,
    ...optionFields({ ...options, id }, setsOptions),
    resourceSets: resourceSets(id, sets),
  }))
}
