import { quote, shellWord } from '../../../diagnostics/quote.js'
import { booleanOf } from '../../../model/index.js'
import { pathOfId } from '../../../model/walk.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'
import { servicesOfType } from '../../services.js'

/** The topology agent of SAP HANA does not run everywhere, or not independently. */
export const rule = defineRule<{ id: string; top: string; isClone: boolean }>({
  code: 'hana-topology-clone',
  severity: 'warning',
  message: ({ id, top, isClone }) =>
    isClone
      ? `clone ${quote(top)} of SAPHanaTopology has no interleave=true: what starts after it on one node waits for, and restarts with, all other nodes`
      : `${quote(id)} of SAPHanaTopology is no clone: only one node reports its state, and SAPHana is promoted nowhere else`,
  hint: ({ id, top, isClone }, language) => {
    if (language === 'dsl') return 'write clone(..., { meta: { interleave: true } })'
    return isClone
      ? `pcs resource meta ${shellWord(top)} interleave=true`
      : `pcs resource clone ${shellWord(id)} clone-node-max=1 interleave=true`
  },
  check: ({ cluster, facts, report }) => {
    for (const { id, top } of servicesOfType(cluster, ['SAPHanaTopology'])) {
      const isClone = top.resource?.element === 'clone'
      if (isClone && booleanOf(facts.meta(top, 'interleave')) === true) continue
      report(pathOfId(cluster, isClone ? top.id : id), { id, top: top.id, isClone })
    }
  },
})

export const docs: RuleDocs = {
  about: 'SAPHanaTopology is no clone, or a clone without `interleave=true`.',
  why: 'SAPHanaTopology writes the state of the system replication into node attributes, and SAPHana decides by them which node is promoted. It has to run on every node, and an event on one node must not touch the database of another.',
  source: 'SUSE SAPHanaSR guides; Azure guide for SAP HANA on RHEL (clone-node-max=1 interleave=true)',
  wrong: `cluster({
  resources: [
    clone(primitive('topology', 'ocf:suse:SAPHanaTopology', { SID: 'HN1', InstanceNumber: '03' })),
    promotable(primitive('hana', 'ocf:suse:SAPHana', { SID: 'HN1', InstanceNumber: '03' }), {
      meta: { notify: true, interleave: true, 'clone-max': 2 },
    }),
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
  fix: 'pcs resource meta topology-clone interleave=true',
}
