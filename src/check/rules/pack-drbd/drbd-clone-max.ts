import { quote, shellWord } from '../../../diagnostics/quote.js'
import { nodesOf } from '../../../model/index.js'
import { pathOfId } from '../../../model/walk.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'
import { drbdClonesOf } from './drbd.js'

/** DRBD on more nodes than usually have its disks. */
export const rule = defineRule<{ top: string; nodes: number }>({
  code: 'drbd-clone-max',
  severity: 'info',
  message: ({ top, nodes }) =>
    `clone ${quote(top)} of DRBD has no clone-max: it starts on all ${nodes} nodes, and fails where DRBD has no such resource`,
  hint: ({ top }, language) =>
    language === 'dsl'
      ? "write 'clone-max' with the number of nodes in DRBD's configuration, such as 2"
      : `set the number of nodes in DRBD's configuration: pcs resource meta ${shellWord(top)} clone-max=2`,
  check: ({ cluster, facts, report }) => {
    const nodes = nodesOf(cluster).length
    for (const clone of drbdClonesOf(cluster)) {
      if (nodes > 2 && facts.meta(clone, 'clone-max') === undefined && clone.resource?.element !== 'bundle') {
        report(pathOfId(cluster, clone.id), { top: clone.id, nodes })
      }
    }
  },
})

export const docs: RuleDocs = {
  about: 'A clone of DRBD has no `clone-max` in a cluster of more than two nodes.',
  why: 'A DRBD resource is usually on two or three nodes. On the others the start fails with "not installed" or "not configured", and each of these nodes shows a failed action for ever.',
  source: 'DRBD user guide, adding a DRBD-backed service (clone-max=2)',
  wrong: `cluster({
  resources: [promotable(primitive('data', 'ocf:linbit:drbd', { drbd_resource: 'r0' }), { meta: { notify: true } })],
})`,
  right: `cluster({
  resources: [
    promotable(primitive('data', 'ocf:linbit:drbd', { drbd_resource: 'r0' }), { meta: { notify: true, 'clone-max': 2 } }),
  ],
})`,
  fix: 'pcs resource meta data-clone clone-max=2',
}
