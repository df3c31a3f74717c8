import { claimId, pcsId, type RscTicket } from '../../model/index.js'
import { attributeWords, fieldsOf, oneOf, type Takes } from '../command/attribute-words.js'
import { pcs } from '../command/command.js'
import type { Context, Converter } from '../command/conversion.js'
import { acceptsReferences, forceFor, refuseOddId } from '../command/references.js'
import { refsOf, sayResourceSets } from './sets.js'

const taken: Takes = {
  ticket: (text) => /^[A-Za-z0-9-]{1,63}$/.test(text),
  'loss-policy': oneOf('fence', 'stop', 'freeze', 'demote'),
}

/** `pcs constraint ticket add T RESOURCE`, or `pcs constraint ticket set ... setoptions ticket=T`. */
export function sayTicket(ticket: RscTicket, context: Context): Converter<RscTicket> {
  const inSets = ticket.resourceSets.length > 0
  const refs = inSets ? refsOf(ticket.resourceSets) : [ticket.rsc ?? '']
  if (!acceptsReferences(ticket, refs, context)) return { commands: [] }
  refuseOddId(ticket, context)
  return inSets ? sayTicketOfSets(ticket, refs, context) : sayPlainTicket(ticket, context)
}

function sayPlainTicket(ticket: RscTicket, context: Context): Converter<RscTicket> {
  const { id, rsc = '', rscRole, ticket: name = '' } = ticket
  const takes: Takes = { ...taken, 'rsc-role': oneOf(...context.dialect.roles) }
  const own = claimId(pcsId.ticket(name, rsc, rscRole), context.ids)
  const [named = ''] = attributeWords(ticket, ['ticket'], context, takes)
  const [role] = attributeWords(ticket, ['rsc-role'], context, takes)
  const words = [
    ...['constraint', 'ticket', 'add', named.replace('ticket=', '')],
    ...(role === undefined ? [rsc] : [role.replace('rsc-role=', ''), rsc]),
    ...attributeWords(ticket, ['loss-policy'], context, takes),
    ...(id === own ? [] : [`id=${id}`]),
  ]
  const force = forceFor(`ticket ${name} ${rsc} ${rscRole}`, [rsc], context)
  const makes = fieldsOf(ticket, ['id', 'rsc', 'rsc-role', 'ticket', 'loss-policy'])
  return { commands: [pcs(words, force)], makes: { ...makes, element: 'rsc_ticket' } }
}

function sayTicketOfSets(ticket: RscTicket, refs: readonly string[], context: Context): Converter<RscTicket> {
  const own = claimId(pcsId.setConstraint('ticket', refs), new Set(context.ids))
  context.ids.add(ticket.id ?? '')
  const sets = sayResourceSets(ticket.resourceSets, ticket.id ?? '', context)
  const options = [
    ...attributeWords(ticket, ['ticket', 'loss-policy'], context, taken),
    ...(ticket.id === own ? [] : [`id=${ticket.id}`]),
  ]
  const key = `ticket ${ticket.ticket} ${JSON.stringify(ticket.resourceSets.map((set) => refsOf([set])))}`
  const words = ['constraint', 'ticket', ...sets.words, 'setoptions', ...options]
  return {
    commands: [pcs(words, forceFor(key, refs, context))],
    makes: {
      ...fieldsOf(ticket, ['id', 'ticket', 'loss-policy']),
      element: 'rsc_ticket',
      resourceSets: sets.makes,
    },
  }
}
