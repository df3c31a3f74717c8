import { quote, shellWord } from '../../../diagnostics/quote.js'
import { booleanOf } from '../../../model/index.js'
import { pathOfId } from '../../../model/walk.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'
import { servicesOf, typeOf } from '../../services.js'
import { drbdClonesOf } from './drbd.js'

/** Agents that share one device between nodes, or move virtual machines that use one. */
const sharing: readonly string[] = ['controld', 'lvmlockd', 'clvm', 'o2cb', 'VirtualDomain', 'Xen']

/** Two Primaries without anything that could share the device. */
export const rule = defineRule<{ top: string; promoted: string }>({
  code: 'drbd-two-primaries',
  severity: 'warning',
  message: ({ top, promoted }) =>
    `${quote(top)} lets ${promoted} nodes be Primary, and no resource is a cluster file system or lock manager: an ordinary file system that is mounted on both is destroyed`,
  hint: ({ top }, language) =>
    language === 'dsl' ? "write 'promoted-max': 1" : `pcs resource meta ${shellWord(top)} promoted-max=1`,
  check: ({ cluster, facts, report }) => {
    const services = servicesOf(cluster)
    const shares = services.some(
      ({ agent, parameter, entry }) =>
        sharing.includes(typeOf(agent)) ||
        /^(gfs2?|ocfs2)$/i.test(parameter('fstype') ?? '') ||
        booleanOf(facts.meta(entry, 'allow-migrate')) === true,
    )
    if (shares) return
    for (const clone of drbdClonesOf(cluster)) {
      const promoted = facts.meta(clone, 'promoted-max') ?? facts.meta(clone, 'master-max') ?? '1'
      if (Number.parseInt(promoted, 10) > 1) report(pathOfId(cluster, clone.id), { top: clone.id, promoted })
    }
  },
})

export const docs: RuleDocs = {
  about:
    'DRBD may be Primary on two nodes (`promoted-max=2`), and nothing in the cluster can share a device.',
  why: 'Dual-primary mode is for cluster file systems (GFS2, OCFS2) with a lock manager, and for live migration. With ext4 or XFS the second mount corrupts the file system, and any interruption of the replication link leads to split brain.',
  source:
    'DRBD 9.0 user guide, 2.2 dual-primary mode (needs a cluster file system, not recommended); LINBIT, "Combine GFS2 with DRBD" (think twice)',
  wrong: `cluster({
  resources: [
    promotable(primitive('data', 'ocf:linbit:drbd', { drbd_resource: 'r0' }), {
      meta: { notify: true, 'clone-max': 2, 'promoted-max': 2 },
    }),
  ],
})`,
  right: `cluster({
  resources: [
    promotable(primitive('data', 'ocf:linbit:drbd', { drbd_resource: 'r0' }), {
      meta: { notify: true, 'clone-max': 2, 'promoted-max': 1 },
    }),
  ],
})`,
  fix: 'pcs resource meta data-clone promoted-max=1',
}
