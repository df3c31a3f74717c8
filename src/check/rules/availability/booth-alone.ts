import { dslString, quote, shellWord } from '../../../diagnostics/quote.js'
import { constraintsOf } from '../../../model/index.js'
import { referencesIn } from '../../../model/sections.js'
import { pathOfId } from '../../../model/walk.js'
import { neighbours, reaches } from '../../lookup/dependencies.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'
import { type Service, servicesOf, servicesOfType } from '../../services.js'

interface Parameters {
  readonly id: string
  readonly address: string | undefined
  readonly ticket?: { readonly name: string; readonly rsc: string }
}

/** The ticket manager without the address that other sites call it by, or dependent on a ticket of its own. */
export const rule = defineRule<Parameters>({
  code: 'booth-alone',
  severity: 'warning',
  message: ({ id, ticket }) =>
    ticket === undefined
      ? `no address is placed with ${quote(id)} of booth: the other sites call the address of this one, and reach it on one node only`
      : `${quote(id)} of booth depends on the ticket ${quote(ticket.name)}, which only booth grants: neither is ever there`,
  hint: ({ id, address = 'ADDRESS', ticket }, language) => {
    if (ticket !== undefined)
      return `remove ${quote(ticket.rsc)} from the rsc_ticket of ${quote(ticket.name)}`
    return language === 'dsl'
      ? `put both in a group, or add colocation(${dslString(id)}, ${dslString(address)})`
      : `pcs constraint colocation add ${shellWord(id)} with ${shellWord(address)}`
  },
  check: ({ cluster, facts, report }) => {
    const daemons = servicesOf(cluster).filter(isBooth)
    if (daemons.length === 0) return
    const addresses = servicesOfType(cluster, ['IPaddr2', 'IPaddr', 'IPv6addr'])
    const tops = new Set(addresses.map(({ top }) => top))
    const placed = neighbours(facts)
    for (const { id, top } of daemons) {
      const path = pathOfId(cluster, id)
      if (!reaches(top, tops, placed)) report(path, { id, address: addresses[0]?.id })
      for (const constraint of constraintsOf(cluster)) {
        if (constraint.element !== 'rsc_ticket' || constraint.ticket === undefined) continue
        const rsc = referencesIn(constraint).find((other) => other === id || other === top.id)
        if (rsc !== undefined)
          report(path, { id, address: undefined, ticket: { name: constraint.ticket, rsc } })
      }
    }
  },
})

function isBooth({ agent }: Service): boolean {
  return /:booth-site$|^(systemd|service|lsb):booth(@.*)?$/.test(agent)
}

export const docs: RuleDocs = {
  about: 'Booth is not placed with an address, or depends on a ticket.',
  why: 'The daemons of all sites find each other by one address for each site, which is in booth.conf and moves with the daemon. Where the address is on another node, the site is out of the vote, and loses its tickets and with them its services.',
  source: 'Red Hat and SUSE, multi-site clusters with booth (booth and its address in one group)',
  wrong: `cluster({
  resources: [
    ocf.heartbeat.IPaddr2('site', { ip: '192.0.2.6' }),
    primitive('booth', 'ocf:pacemaker:booth-site', { config: 'booth' }),
  ],
})`,
  right: `cluster({
  resources: [
    group('geo', [
      ocf.heartbeat.IPaddr2('site', { ip: '192.0.2.6' }),
      primitive('booth', 'ocf:pacemaker:booth-site', { config: 'booth' }),
    ]),
  ],
})`,
  fix: 'pcs constraint colocation add booth with site',
}
