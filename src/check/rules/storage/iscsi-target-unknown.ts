import { quote, shellWord } from '../../../diagnostics/quote.js'
import { pathOfId } from '../../../model/walk.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'
import { servicesOfType } from '../../services.js'

/** A logical unit of a target that is not there. */
export const rule = defineRule<{ id: string; iqn: string; known: string }>({
  code: 'iscsi-target-unknown',
  severity: 'warning',
  message: ({ id, iqn }) =>
    `target_iqn ${quote(iqn)} of ${quote(id)} is the iqn of no iSCSITarget: the unit cannot be added to a target, and its start fails`,
  hint: ({ id, known }, language) =>
    language === 'dsl'
      ? `write target_iqn: ${quote(known)}`
      : `pcs resource update ${shellWord(id)} target_iqn=${shellWord(known)}`,
  check: ({ cluster, report }) => {
    const targets = servicesOfType(cluster, ['iSCSITarget']).flatMap(
      ({ parameter }) => parameter('iqn') ?? [],
    )
    const [known] = targets
    if (known === undefined) return
    for (const { id, parameter } of servicesOfType(cluster, ['iSCSILogicalUnit'])) {
      const iqn = parameter('target_iqn')
      if (iqn !== undefined && !targets.includes(iqn)) report(pathOfId(cluster, id), { id, iqn, known })
    }
  },
})

export const docs: RuleDocs = {
  about: 'An iSCSI logical unit names a target that no resource provides.',
  why: 'The two agents find each other by the name of the target alone. With another one the unit is added to a target that does not exist on the node: the start fails on each node in turn.',
  source:
    'ocf:heartbeat:iSCSILogicalUnit (target_iqn) and iSCSITarget (iqn); LINBIT, highly available iSCSI with DRBD',
  wrong: `cluster({
  resources: [
    group('disk', [
      primitive('target', 'ocf:heartbeat:iSCSITarget', { iqn: 'iqn.2026-01.org.example:a' }),
      primitive('unit', 'ocf:heartbeat:iSCSILogicalUnit', { target_iqn: 'iqn.2026-01.org.example:b', lun: '1', path: '/dev/sdb' }),
    ]),
  ],
})`,
  right: `cluster({
  resources: [
    group('disk', [
      primitive('target', 'ocf:heartbeat:iSCSITarget', { iqn: 'iqn.2026-01.org.example:a' }),
      primitive('unit', 'ocf:heartbeat:iSCSILogicalUnit', { target_iqn: 'iqn.2026-01.org.example:a', lun: '1', path: '/dev/sdb' }),
    ]),
  ],
})`,
  fix: 'pcs resource update unit target_iqn=iqn.2026-01.org.example:a',
}
