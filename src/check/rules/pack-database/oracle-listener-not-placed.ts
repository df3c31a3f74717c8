import { dslString, quote, shellWord } from '../../../diagnostics/quote.js'
import { pathOfId } from '../../../model/walk.js'
import { neighbours, reaches } from '../../lookup/dependencies.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'
import { servicesOfType } from '../../services.js'

/** A listener that may run on another node than its database. */
export const rule = defineRule<{
  id: string
  database: string
  top: string
  topDatabase: string
  sid: string
}>({
  code: 'oracle-listener-not-placed',
  severity: 'warning',
  message: ({ id, database, sid }) =>
    `${quote(id)} listens for the database ${quote(sid)} of ${quote(database)}, and no colocation places the two together: clients reach a node where the database is not`,
  hint: ({ top, topDatabase }, language) =>
    language === 'dsl'
      ? `put both in a group, or add colocation(${dslString(top)}, ${dslString(topDatabase)})`
      : `pcs constraint colocation add ${shellWord(top)} with ${shellWord(topDatabase)}`,
  check: ({ cluster, facts, report }) => {
    const databases = servicesOfType(cluster, ['oracle'])
    if (databases.length === 0) return
    const placed = neighbours(facts)
    for (const { id, top, parameter } of servicesOfType(cluster, ['oralsnr'])) {
      const sid = parameter('sid')
      const database = databases.find((other) => other.parameter('sid') === sid)
      if (sid === undefined || database === undefined || top === database.top) continue
      if (reaches(top, new Set([database.top]), placed)) continue
      const names = { id, database: database.id, top: top.id, topDatabase: database.top.id, sid }
      report(pathOfId(cluster, id), names)
    }
  },
})

export const docs: RuleDocs = {
  about: 'An Oracle listener and the database of its SID are neither in one group nor placed together.',
  why: 'The listener accepts connections for a database on its own node. On another one it starts, its monitor succeeds, and no connection succeeds.',
  source: 'ocf:heartbeat:oralsnr metadata (sid); Red Hat, Oracle database in a Pacemaker cluster',
  wrong: `cluster({
  resources: [
    primitive('db', 'ocf:heartbeat:oracle', { sid: 'ORCL' }),
    primitive('listener', 'ocf:heartbeat:oralsnr', { sid: 'ORCL' }),
  ],
})`,
  right: `cluster({
  resources: [
    group('oracle', [
      primitive('listener', 'ocf:heartbeat:oralsnr', { sid: 'ORCL' }),
      primitive('db', 'ocf:heartbeat:oracle', { sid: 'ORCL' }),
    ]),
  ],
})`,
  fix: 'pcs constraint colocation add listener with db',
}
