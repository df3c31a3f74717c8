import { quote, shellWord } from '../../../diagnostics/quote.js'
import { scoreOf } from '../../../model/index.js'
import { pathOfId } from '../../../model/walk.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'
import { sapInstancesOf } from './sap-instances.js'

/** Below this an ASCS moves for reasons that are not worth it. */
const least = 1000

/** An ASCS that moves too easily. */
export const rule = defineRule<{ id: string; stickiness: string | undefined }>({
  code: 'sap-ascs-stickiness',
  severity: 'warning',
  message: ({ id, stickiness }) =>
    `the ASCS ${quote(id)} has ${
      stickiness === undefined ? 'no resource-stickiness' : `resource-stickiness ${quote(stickiness)}`
    }: it moves back when its first node returns, and each move interrupts all users`,
  hint: ({ id }, language) =>
    language === 'dsl'
      ? "add meta: { 'resource-stickiness': 5000 }"
      : `pcs resource meta ${shellWord(id)} resource-stickiness=5000`,
  check: ({ cluster, facts, report }) => {
    for (const { kind, service } of sapInstancesOf(cluster)) {
      const stickiness = facts.meta(service.entry, 'resource-stickiness')
      if (kind !== 'ascs' || scoreOf(stickiness) >= least) continue
      report(pathOfId(cluster, service.id), { id: service.id, stickiness })
    }
  },
})

export const docs: RuleDocs = {
  about: 'An ASCS instance has a `resource-stickiness` below 1000; guides use 5000.',
  why: 'The ERS avoids the node of the ASCS with a score of -5000, and location rules prefer the node of the ERS with 2000. Without stickiness of that size the ASCS can move while it is healthy, as soon as the failed node is back.',
  source:
    'SUSE guide for SAP NetWeaver 7.40 on SLES 15; Azure guides for SAP NetWeaver (meta resource-stickiness=5000)',
  wrong: `cluster({
  resources: [
    primitive('ascs', 'ocf:heartbeat:SAPInstance', { InstanceName: 'NW1_ASCS00_nw1ascs' }),
  ],
})`,
  right: `cluster({
  resources: [
    primitive('ascs', 'ocf:heartbeat:SAPInstance', { InstanceName: 'NW1_ASCS00_nw1ascs' }, {
      meta: { 'resource-stickiness': 5000 },
    }),
  ],
})`,
  fix: 'pcs resource meta ascs resource-stickiness=5000',
}
