import { quote, shellWord } from '../../../diagnostics/quote.js'
import { booleanOf } from '../../../model/index.js'
import { pathOfId } from '../../../model/walk.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'
import { servicesOfType } from '../../services.js'

/** SAP HANA without roles, or with instances that wait for each other. */
export const rule = defineRule<{ id: string; top: string; isPromotable: boolean }>({
  code: 'hana-clone',
  severity: 'warning',
  message: ({ id, top, isPromotable }) =>
    isPromotable
      ? `clone ${quote(top)} of SAP HANA has no interleave=true: a change on one node restarts the database of the other`
      : `${quote(id)} runs SAP HANA and is not promotable: Pacemaker cannot make one of the two databases the primary`,
  hint: ({ id, top, isPromotable }, language) => {
    if (language === 'dsl') {
      return "write promotable(..., { meta: { notify: true, interleave: true, 'clone-max': 2 } })"
    }
    return isPromotable
      ? `pcs resource meta ${shellWord(top)} interleave=true`
      : `pcs resource promotable ${shellWord(id)} notify=true clone-max=2 clone-node-max=1 interleave=true`
  },
  check: ({ cluster, facts, report }) => {
    for (const { id, top, entry } of servicesOfType(cluster, ['SAPHana', 'SAPHanaController'])) {
      const isPromotable = entry.promotable
      if (isPromotable && booleanOf(facts.meta(top, 'interleave')) === true) continue
      report(pathOfId(cluster, isPromotable ? top.id : id), { id, top: top.id, isPromotable })
    }
  },
})

export const docs: RuleDocs = {
  about: 'SAPHana or SAPHanaController is not promotable, or a promotable clone without `interleave=true`.',
  why: 'The primary database is the promoted instance. Without interleave an instance that starts after the topology waits for the topology on all nodes, and stops when that stops on any node: a restart of the secondary interrupts the primary.',
  source:
    'SUSE SAPHanaSR guides (clone-max=2 clone-node-max=1 interleave=true); IBM guide for SAP HANA on RHEL',
  wrong: `cluster({
  resources: [
    clone(primitive('topology', 'ocf:suse:SAPHanaTopology', { SID: 'HN1', InstanceNumber: '03' }), { meta: { interleave: true } }),
    promotable(primitive('hana', 'ocf:suse:SAPHana', { SID: 'HN1', InstanceNumber: '03' }), { meta: { 'clone-max': 2 } }),
  ],
})`,
  right: `cluster({
  resources: [
    clone(primitive('topology', 'ocf:suse:SAPHanaTopology', { SID: 'HN1', InstanceNumber: '03' }), { meta: { interleave: true } }),
    promotable(primitive('hana', 'ocf:suse:SAPHana', { SID: 'HN1', InstanceNumber: '03' }), {
      meta: { notify: true, interleave: true, 'clone-max': 2 },
    }),
  ],
})`,
  fix: 'pcs resource meta hana-clone interleave=true',
}
