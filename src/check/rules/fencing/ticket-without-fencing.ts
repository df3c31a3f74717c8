import { quote } from '../../../diagnostics/quote.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'

/** A ticket whose loss is answered by fencing, in a cluster without. */
export const rule = defineRule<{ ticket: string }>({
  code: 'ticket-without-fencing',
  severity: 'error',
  message: ({ ticket }) =>
    `loss-policy "fence" for ticket ${quote(ticket)} needs fencing, which is switched off: Pacemaker stops the resource instead`,
  hint: () => 'configure fencing, or write stop, freeze or demote',
  visit: {
    rsc_ticket: (place, { facts, report }) => {
      const { lossPolicy, ticket = '' } = place.element
      if (!facts.isFencingOn && lossPolicy?.toLowerCase() === 'fence')
        report({ place, attribute: 'loss-policy' }, { ticket })
    },
  },
})

export const docs: RuleDocs = {
  about: 'The loss of a ticket is to be answered by fencing, and fencing is switched off.',
  why: 'When the other site takes over, this one is stopped instead of reset. That takes as long as the slowest stop, and longer where one fails.',
  source: 'Pacemaker Explained, multi-site clusters and tickets',
  pacemaker: { does: 'logs an error and acts as for stop', versions: '2.0.4 and later' },
  wrong: `cluster({ resources: [systemd('db')], constraints: [ticket('site', 'db', { lossPolicy: 'fence' })] })`,
  right: `cluster({ resources: [systemd('db')], constraints: [ticket('site', 'db', { lossPolicy: 'stop' })] })`,
  fix: 'pcs constraint ticket remove site db; pcs constraint ticket add site db loss-policy=stop',
}
