import { quote } from '../../../diagnostics/quote.js'
import { pathOfId } from '../../../model/walk.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'
import { servicesOfType } from '../../services.js'

/** SAP HANA without the agent that reports the state of its replication. */
export const rule = defineRule<{ id: string; sid: string }>({
  code: 'hana-topology-missing',
  severity: 'warning',
  message: ({ id, sid }) =>
    `no SAPHanaTopology has the SID ${quote(sid)} of ${quote(id)}: nothing reports the state of the replication, and the database is never promoted`,
  hint: ({ sid }, language) =>
    language === 'dsl'
      ? `add clone(primitive('topology', 'ocf:suse:SAPHanaTopology', { SID: ${quote(sid)}, ... }), { meta: { interleave: true } })`
      : `pcs resource create topology ocf:heartbeat:SAPHanaTopology SID=${sid} ... clone clone-node-max=1 interleave=true`,
  check: ({ cluster, report }) => {
    const databases = servicesOfType(cluster, ['SAPHana', 'SAPHanaController'])
    if (databases.length === 0) return
    const known = new Set(
      servicesOfType(cluster, ['SAPHanaTopology']).map(({ parameter }) => parameter('SID')),
    )
    for (const { id, parameter } of databases) {
      const sid = parameter('SID')
      if (sid !== undefined && !known.has(sid)) report(pathOfId(cluster, id), { id, sid })
    }
  },
})

export const docs: RuleDocs = {
  about: 'SAPHana or SAPHanaController runs without SAPHanaTopology of the same SID.',
  why: 'The database agents decide by node attributes which only SAPHanaTopology writes. Without them no instance is promoted, and the address of the database stays down.',
  source: 'SUSE SAPHanaSR and SAPHanaSR-ScaleOut guides; metadata of SAPHanaTopology',
  wrong: `cluster({
  resources: [
    promotable(primitive('hana', 'ocf:suse:SAPHanaController', { SID: 'HN1', InstanceNumber: '03' }), {
      meta: { interleave: true },
    }),
  ],
})`,
  right: `cluster({
  resources: [
    clone(primitive('topology', 'ocf:suse:SAPHanaTopology', { SID: 'HN1', InstanceNumber: '03' }), { meta: { interleave: true } }),
    promotable(primitive('hana', 'ocf:suse:SAPHanaController', { SID: 'HN1', InstanceNumber: '03' }), {
      meta: { interleave: true },
    }),
  ],
})`,
  fix: 'pcs resource create topology ocf:heartbeat:SAPHanaTopology SID=HN1 InstanceNumber=03 clone clone-node-max=1 interleave=true',
}
