import { quote, shellWord } from '../../../diagnostics/quote.js'
import { booleanOf } from '../../../model/index.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'
import { sapInstancesOf } from './sap-instances.js'

/** A location waits for an attribute that only an instance with IS_ERS sets. */
export const rule = defineRule<{ attribute: string; ers: string }>({
  code: 'sap-ers-flag',
  severity: 'warning',
  message: ({ attribute, ers }) =>
    `nothing sets the node attribute ${quote(attribute)}: ${quote(ers)} has no IS_ERS=true, so the ASCS does not find the node of its lock table`,
  hint: ({ ers }, language) =>
    language === 'dsl'
      ? 'add the parameter IS_ERS: true'
      : `pcs resource update ${shellWord(ers)} IS_ERS=true`,
  visit: {
    expression: (place, { cluster, report }) => {
      const { attribute = '' } = place.element
      const sid = /^runs_ers_(.+)$/.exec(attribute)?.[1]
      if (sid === undefined) return
      const ers = sapInstancesOf(cluster).find((instance) => instance.kind === 'ers' && instance.sid === sid)
      if (ers !== undefined && booleanOf(ers.service.parameter('IS_ERS')) !== true) {
        report(place, { attribute, ers: ers.service.id })
      }
    },
  },
})

export const docs: RuleDocs = {
  about: 'A location of an ASCS refers to `runs_ers_SID`, and its ERS has no `IS_ERS=true`.',
  why: 'The agent SAPInstance sets that node attribute only for instances with IS_ERS=true. Without it the location has no effect, and with the enqueue server 1 the ASCS starts on a node that has no copy of the lock table.',
  source:
    'ocf:heartbeat:SAPInstance of resource-agents 4.12; Azure guides for SAP NetWeaver (location rule score=2000 runs_ers_NW1 eq 1)',
  wrong: `cluster({
  resources: [
    primitive('ascs', 'ocf:heartbeat:SAPInstance', { InstanceName: 'NW1_ASCS00_nw1ascs' }, {
      meta: { 'resource-stickiness': 5000 },
    }),
    primitive('ers', 'ocf:heartbeat:SAPInstance', { InstanceName: 'NW1_ERS02_nw1ers' }),
  ],
  constraints: [
    colocation('ers', 'ascs', { score: -5000 }),
    locationRule('ascs', rule({ score: 2000 }, expression('runs_ers_NW1', 'eq', 1))),
  ],
})`,
  right: `cluster({
  resources: [
    primitive('ascs', 'ocf:heartbeat:SAPInstance', { InstanceName: 'NW1_ASCS00_nw1ascs' }, {
      meta: { 'resource-stickiness': 5000 },
    }),
    primitive('ers', 'ocf:heartbeat:SAPInstance', { InstanceName: 'NW1_ERS02_nw1ers', IS_ERS: true }),
  ],
  constraints: [
    colocation('ers', 'ascs', { score: -5000 }),
    locationRule('ascs', rule({ score: 2000 }, expression('runs_ers_NW1', 'eq', 1))),
  ],
})`,
  fix: 'pcs resource update ers IS_ERS=true',
}
