import { claimId, freeId, pcsId } from '../../model/ids.js'
import type { RscTicket } from '../../model/index.js'
import { type Accepts, attributeWords, fieldsOf, oneOf } from '../command/attribute-words.js'
import { pcs } from '../command/command.js'
import type { Context, Conversion } from '../command/conversion.js'
import { acceptsReferences, checkConstraintId, forceFor } from '../command/references.js'
import { convertResourceSets, refsOf } from './sets.js'

const accepted: Accepts = {
  ticket: (text) => /^[A-Za-z0-9-]{1,63}$/.test(text),
  'loss-policy': oneOf('fence', 'stop', 'freeze', 'demote'),
}

/** `pcs constraint ticket add T RESOURCE`, or `pcs constraint ticket set ... setoptions ticket=T`. */
export function convertTicket(ticket: RscTicket, context: Context): Conversion<RscTicket> {
  const inSets = ticket.resourceSets.length > 0
  const refs = inSets ? refsOf(ticket.resourceSets) : [ticket.rsc ?? '']
  if (!acceptsReferences(ticket, refs, context)) return { commands: [] }
  checkConstraintId(ticket, context)
  return inSets ? convertTicketOfSets(ticket, refs, context) : convertPlainTicket(ticket, context)
}

function convertPlainTicket(ticket: RscTicket, context: Context): Conversion<RscTicket> {
  const { id, rsc = '', rscRole, ticket: name = '' } = ticket
  const accepts: Accepts = { ...accepted, 'rsc-role': oneOf(...context.dialect.roles) }
  const own = claimId(pcsId.ticket(name, rsc, rscRole), context.ids)
  const [named = ''] = attributeWords(ticket, ['ticket'], context, accepts)
  const [role] = attributeWords(ticket, ['rsc-role'], context, accepts)
  const words = [
    ...['constraint', 'ticket', 'add', named.replace('ticket=', '')],
    ...(role === undefined ? [rsc] : [role.replace('rsc-role=', ''), rsc]),
    ...attributeWords(ticket, ['loss-policy'], context, accepts),
    ...(id === own ? [] : [`id=${id}`]),
  ]
  const force = forceFor(`ticket ${name} ${rsc} ${rscRole}`, [rsc], context)
  const produces = fieldsOf(ticket, ['id', 'rsc', 'rsc-role', 'ticket', 'loss-policy'])
  return { commands: [pcs(words, force)], produces: { ...produces, element: 'rsc_ticket' } }
}

function convertTicketOfSets(
  ticket: RscTicket,
  refs: readonly string[],
  context: Context,
): Conversion<RscTicket> {
  const own = freeId(pcsId.setConstraint('ticket', refs), context.ids)
  context.ids.add(ticket.id ?? '')
  const sets = convertResourceSets(ticket.resourceSets, ticket.id ?? '', context)
  const options = [
    ...attributeWords(ticket, ['ticket', 'loss-policy'], context, accepted),
    ...(ticket.id === own ? [] : [`id=${ticket.id}`]),
  ]
  const key = `ticket ${ticket.ticket} ${JSON.stringify(ticket.resourceSets.map((set) => refsOf([set])))}`
  const words = ['constraint', 'ticket', ...sets.words, 'setoptions', ...options]
  return {
    commands: [pcs(words, forceFor(key, refs, context))],
    produces: {
      ...fieldsOf(ticket, ['id', 'ticket', 'loss-policy']),
      element: 'rsc_ticket',
      resourceSets: sets.produces,
    },
  }
}
