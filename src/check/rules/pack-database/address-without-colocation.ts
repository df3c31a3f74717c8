import { dslString, quote, shellWord } from '../../../diagnostics/quote.js'
import type { ResourceEntry } from '../../../graph/resource/resource-index.js'
import { constraintsOf, placesOf } from '../../../model/index.js'
import { referencesIn } from '../../../model/sections.js'
import { haproxiesOf } from '../../../model/services.js'
import { pathOfId } from '../../../model/walk.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'
import { servicesOfType } from '../../services.js'
import { primaryDatabasesOf } from './databases.js'

const addresses: readonly string[] = ['IPaddr2', 'IPaddr', 'IPv6addr']

/** An address that nothing places, beside a database that needs one. */
export const rule = defineRule<{ id: string; database: string }>({
  code: 'address-without-colocation',
  severity: 'warning',
  message: ({ id, database }) =>
    `no colocation places the address ${quote(id)}: it may be on a node where ${quote(database)} is not promoted`,
  hint: ({ id, database }, language) =>
    language === 'dsl'
      ? `add colocation(${dslString(id)}, ${dslString(database)}, { withRscRole: 'Promoted' })`
      : `pcs constraint colocation add ${shellWord(id)} with Promoted ${shellWord(database)}`,
  check: ({ cluster, facts, report }) => {
    const [database] = primaryDatabasesOf(cluster).keys()
    if (database === undefined || haproxiesOf(cluster).length > 0) return
    const placed = new Set(
      constraintsOf(cluster)
        .filter(
          (constraint) =>
            constraint.element === 'rsc_colocation' ||
            (constraint.element === 'rsc_location' && isByAttribute(constraint)),
        )
        .flatMap((constraint) => referencesIn(constraint))
        .flatMap((id) => [id, ...(facts.index.membersOf(id) ?? [])]),
    )
    for (const { id, entry } of servicesOfType(cluster, addresses)) {
      const isAlone =
        entry.parent === undefined || (isOfAddresses(entry.parent) && !placed.has(entry.parent.id))
      if (!isAlone || placed.has(id)) continue
      report(pathOfId(cluster, id), { id, database: database.id })
    }
  },
})

/** True for a group in which there is nothing else. */
function isOfAddresses({ resource }: ResourceEntry): boolean {
  return resource?.element === 'group' && resource.members.every(({ type }) => addresses.includes(type ?? ''))
}

/** True for a rule about what agents report of a node, such as the state of a database. */
function isByAttribute(constraint: Parameters<typeof placesOf>[0]): boolean {
  return placesOf(constraint, 'expression').some(({ element }) => element.attribute !== '#uname')
}

export const docs: RuleDocs = {
  about: 'An address has no colocation, in a cluster with a promotable database.',
  why: 'Pacemaker places each resource where there is most room. Without a colocation the address is as likely to be on the standby as on the primary, and moves independently of both.',
  source: 'PAF issue 199 (the address was on the standby after a failover)',
  wrong: `cluster({
  resources: [
    ocf.heartbeat.IPaddr2('vip', { ip: '192.0.2.6' }),
    promotable(primitive('pgsqld', 'ocf:heartbeat:pgsqlms', { pgdata: '/srv/pg' }), { meta: { notify: true } }),
  ],
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
