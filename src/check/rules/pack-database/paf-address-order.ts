import { dslString, quote, shellWord } from '../../../diagnostics/quote.js'
import { booleanOf } from '../../../model/index.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'
import { servicesOfType } from '../../services.js'

/** The address of PostgreSQL goes away before its primary has been demoted. */
export const rule = defineRule<{ id: string; database: string; address: string }>({
  code: 'paf-address-order',
  severity: 'warning',
  message: ({ id, database, address }) =>
    `order ${quote(id)} is symmetrical: ${quote(address)} stops before ${quote(database)} is demoted, so standbys do not receive the last changes`,
  hint: ({ id, database, address }, language) =>
    language === 'dsl'
      ? `write order(${dslString(database)}, ${dslString(address)}, { firstAction: 'promote', thenAction: 'start', symmetrical: false }), and another for 'demote' and 'stop'`
      : `pcs constraint delete ${shellWord(id)}; pcs constraint order promote ${shellWord(database)} then start ${shellWord(address)} symmetrical=false; pcs constraint order demote ${shellWord(database)} then stop ${shellWord(address)} symmetrical=false`,
  visit: {
    rsc_order: (place, { cluster, facts, report }) => {
      const { id = '', first, then, firstAction, symmetrical } = place.element
      if (firstAction !== 'promote' || booleanOf(symmetrical) === false) return
      const [database, address] = [facts.index.resolve(first), facts.index.resolve(then)]
      const isPaf = servicesOfType(cluster, ['pgsqlms']).some(({ top }) => top === database)
      const isAddress = servicesOfType(cluster, ['IPaddr2', 'IPaddr', 'IPv6addr']).some(
        ({ entry, top }) => entry === address || top === address,
      )
      if (isPaf && isAddress) report(place, { id, database: first ?? '', address: then ?? '' })
    },
  },
})

export const docs: RuleDocs = {
  about: 'The address of a PAF cluster starts after the promotion in a symmetrical order.',
  why: 'The inverse of "promote, then start the address" is "stop the address, then demote". Standbys are connected to the address: they must receive what the primary still sends while it shuts down, or they cannot follow the next primary and have to be rebuilt.',
  source: 'PAF quick start for CentOS 8 (the address must be kept during the demotion)',
  wrong: `cluster({
  resources: [
    ocf.heartbeat.IPaddr2('vip', { ip: '192.0.2.6' }),
    promotable(primitive('pgsqld', 'ocf:heartbeat:pgsqlms', { pgdata: '/srv/pg' }), { meta: { notify: true } }),
  ],
  constraints: [
    colocation('vip', 'pgsqld-clone', { withRscRole: 'Promoted' }),
    order('pgsqld-clone', 'vip', { firstAction: 'promote', thenAction: 'start' }),
  ],
})`,
  right: `cluster({
  resources: [
    ocf.heartbeat.IPaddr2('vip', { ip: '192.0.2.6' }),
    promotable(primitive('pgsqld', 'ocf:heartbeat:pgsqlms', { pgdata: '/srv/pg' }), { meta: { notify: true } }),
  ],
  constraints: [
    colocation('vip', 'pgsqld-clone', { withRscRole: 'Promoted' }),
    order('pgsqld-clone', 'vip', { id: 'up', firstAction: 'promote', thenAction: 'start', symmetrical: false }),
    order('pgsqld-clone', 'vip', { id: 'down', firstAction: 'demote', thenAction: 'stop', symmetrical: false }),
  ],
})`,
  fix: 'pcs constraint order promote pgsqld-clone then start vip symmetrical=false; pcs constraint order demote pgsqld-clone then stop vip symmetrical=false',
}
