import { dslString, quote, shellWord } from '../../../diagnostics/quote.js'
import { INFINITY_SCORE } from '../../../model/index.js'
import { pathOfId } from '../../../model/walk.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'
import { isPartOf, sapInstancesOf } from './sap-instances.js'

/** The ERS is not kept on another node than its ASCS, or in a way that hinders the takeover. */
export const rule = defineRule<{ ascs: string; ers: string; hinders: boolean }>({
  code: 'sap-ers-colocation',
  severity: 'warning',
  message: ({ ascs, ers, hinders }) =>
    !hinders
      ? `no colocation keeps ${quote(ers)} on another node than ${quote(ascs)}: both can fail with one node, and the lock table with them`
      : `${quote(ascs)} never starts where ${quote(ers)} runs (-INFINITY), though the copy of its lock table is there`,
  hint: ({ ascs, ers }, language) =>
    language === 'dsl'
      ? `write colocation(${dslString(ers)}, ${dslString(ascs)}, { score: -5000 })`
      : `pcs constraint colocation add ${shellWord(ers)} with ${shellWord(ascs)} score=-5000`,
  check: ({ cluster, facts, report }) => {
    const instances = sapInstancesOf(cluster)
    for (const ers of instances.filter(({ kind }) => kind === 'ers')) {
      const ascs = instances.find(({ kind, sid }) => kind === 'ascs' && sid === ers.sid)
      if (ascs === undefined || isPartOf(ascs.service.entry, ers.service.entry)) continue
      const [a, b] = [ascs.service.top, ers.service.top]
      const links = facts.links()
      const ofErs = links.some(({ dependent, primary }) => isPartOf(dependent, b) && isPartOf(primary, a))
      const ofAscs = links.filter(({ dependent, primary }) => isPartOf(dependent, a) && isPartOf(primary, b))
      const hinders = ofAscs.some(({ score }) => score <= -INFINITY_SCORE)
      if (hinders || (!ofErs && ofAscs.length === 0)) {
        report(pathOfId(cluster, b.id), { ascs: a.id, ers: b.id, hinders })
      }
    }
  },
})

export const docs: RuleDocs = {
  about:
    'No colocation keeps the ERS on another node than its ASCS, or the ASCS may not start where the ERS runs.',
  why: 'The ERS keeps a copy of the lock table on another node. Without an anti-colocation both may run on one node, and the copy is of no use. The other way round, an ASCS that must avoid the ERS with -INFINITY may not start where the copy is. Guides let the ERS avoid the ASCS with -5000, which allows both on the last node.',
  source:
    'SUSE guide for SAP NetWeaver 7.40 on SLES 15; AWS guide for SAP NetWeaver on RHEL; Red Hat article 3569681',
  wrong: `cluster({
  resources: [
    group(
      'ascs-group',
      [
        ocf.heartbeat.IPaddr2('vip_ascs', { ip: '192.0.2.6' }),
        primitive('ascs', 'ocf:heartbeat:SAPInstance', { InstanceName: 'NW1_ASCS00_nw1ascs' }, {
          meta: { 'resource-stickiness': 5000 },
        }),
      ],
    ),
    group(
      'ers-group',
      [
        ocf.heartbeat.IPaddr2('vip_ers', { ip: '192.0.2.7' }),
        primitive('ers', 'ocf:heartbeat:SAPInstance', { InstanceName: 'NW1_ERS02_nw1ers', IS_ERS: true }),
      ],
    ),
  ],
})`,
  right: `cluster({
  resources: [
    group(
      'ascs-group',
      [
        ocf.heartbeat.IPaddr2('vip_ascs', { ip: '192.0.2.6' }),
        primitive('ascs', 'ocf:heartbeat:SAPInstance', { InstanceName: 'NW1_ASCS00_nw1ascs' }, {
          meta: { 'resource-stickiness': 5000 },
        }),
      ],
    ),
    group(
      'ers-group',
      [
        ocf.heartbeat.IPaddr2('vip_ers', { ip: '192.0.2.7' }),
        primitive('ers', 'ocf:heartbeat:SAPInstance', { InstanceName: 'NW1_ERS02_nw1ers', IS_ERS: true }),
      ],
    ),
  ],
  constraints: [colocation('ers-group', 'ascs-group', { score: -5000 })],
})`,
  fix: 'pcs constraint colocation add ers-group with ascs-group score=-5000',
}
