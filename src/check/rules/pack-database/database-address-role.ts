import { dslString, quote, shellWord } from '../../../diagnostics/quote.js'
import { topOf } from '../../../graph/resource/resource-index.js'
import { placeOfId } from '../../../model/walk.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'
import { servicesOfType } from '../../services.js'
import { primaryDatabasesOf } from './databases.js'

/** The address of a database may be where its instance accepts no writes. */
export const rule = defineRule<{ id: string; isPlain: boolean; address: string; database: string }>({
  code: 'database-address-role',
  severity: 'warning',
  message: ({ id, address, database }) =>
    `colocation ${quote(id)} places ${quote(address)} with any instance of ${quote(database)}: it may be where the database is read-only`,
  hint: ({ id, isPlain, address, database }, language) =>
    language === 'dsl'
      ? `write colocation(${dslString(address)}, ${dslString(database)}, { withRscRole: 'Promoted' })`
      : `${isPlain ? `pcs constraint delete ${id}; ` : ''}pcs constraint colocation add ${shellWord(address)} with Promoted ${shellWord(database)}`,
  check: ({ cluster, facts, report }) => {
    const databases = primaryDatabasesOf(cluster)
    if (databases.size === 0) return
    const addresses = new Set(
      servicesOfType(cluster, ['IPaddr2', 'IPaddr', 'IPv6addr']).map(({ top }) => top),
    )
    for (const { dependent, primary, score, primaryRole, dependentRole, constraint } of facts.links()) {
      const [address, database] = [topOf(dependent), topOf(primary)]
      if (score <= 0 || primaryRole !== undefined || dependentRole !== undefined) continue
      if (!databases.has(database) || !addresses.has(address)) continue
      const place = constraint.id === undefined ? undefined : placeOfId(cluster, constraint.id)
      if (place !== undefined)
        report(place, {
          id: constraint.id ?? '',
          isPlain: constraint.resourceSets.length === 0,
          address: dependent.id,
          database: primary.id,
        })
    }
  },
})

export const docs: RuleDocs = {
  about: 'An address is placed with a promotable database without the role Promoted.',
  why: 'Without a role any instance satisfies the colocation. After a failover the address can be on a standby: connections succeed, and every write fails.',
  source: 'PAF issue 199 (address on the standby); PAF quick start (colocation with master)',
  wrong: `cluster({
  resources: [
    ocf.heartbeat.IPaddr2('vip', { ip: '192.0.2.6' }),
    promotable(primitive('pgsqld', 'ocf:heartbeat:pgsqlms', { pgdata: '/srv/pg' }), { meta: { notify: true } }),
  ],
  constraints: [colocation('vip', 'pgsqld-clone')],
})`,
  right: `cluster({
  resources: [
    ocf.heartbeat.IPaddr2('vip', { ip: '192.0.2.6' }),
    promotable(primitive('pgsqld', 'ocf:heartbeat:pgsqlms', { pgdata: '/srv/pg' }), { meta: { notify: true } }),
  ],
  constraints: [colocation('vip', 'pgsqld-clone', { withRscRole: 'Promoted' })],
})`,
  fix: 'pcs constraint colocation add vip with Promoted pgsqld-clone',
}
