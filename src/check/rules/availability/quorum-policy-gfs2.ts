import { quote } from '../../../diagnostics/quote.js'
import { pathOfId } from '../../../model/walk.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'
import { servicesOfType } from '../../services.js'

/** GFS2 in a cluster that stops everything without quorum. */
export const rule = defineRule<{ id: string; policy: string }>({
  code: 'quorum-policy-gfs2',
  severity: 'warning',
  message: ({ id, policy }) =>
    `${quote(id)} is a GFS2 file system and no-quorum-policy is ${policy}: without quorum it cannot be unmounted, its stop fails, and the node is fenced`,
  hint: (_, language) =>
    language === 'dsl' ? "set 'no-quorum-policy': 'freeze'" : 'pcs property set no-quorum-policy=freeze',
  check: ({ cluster, facts, report }) => {
    const policy = facts.option('no-quorum-policy')?.toLowerCase() ?? 'stop'
    if (policy === 'freeze') return
    const gfs2 = servicesOfType(cluster, ['Filesystem']).find(
      ({ parameter }) => parameter('fstype') === 'gfs2',
    )
    if (gfs2 !== undefined) report(pathOfId(cluster, gfs2.id), { id: gfs2.id, policy })
  },
})

export const docs: RuleDocs = {
  about: 'A cluster with GFS2 does not have `no-quorum-policy=freeze`.',
  why: 'GFS2 needs quorum for everything, even to be unmounted. With the default "stop", a part without quorum tries to stop its file systems, cannot, and all its nodes are fenced. "freeze" leaves them as they are until quorum is back.',
  source: 'Red Hat, configuring GFS2 file systems in a cluster (no-quorum-policy=freeze)',
  wrong: `cluster({
  resources: [
    clone(primitive('fs', 'ocf:heartbeat:Filesystem', { device: '/dev/vg/lv', directory: '/srv', fstype: 'gfs2' }), {
      meta: { interleave: true },
    }),
  ],
})`,
  right: `cluster({
  properties: { 'no-quorum-policy': 'freeze' },
  resources: [
    clone(primitive('fs', 'ocf:heartbeat:Filesystem', { device: '/dev/vg/lv', directory: '/srv', fstype: 'gfs2' }), {
      meta: { interleave: true },
    }),
  ],
})`,
  fix: 'pcs property set no-quorum-policy=freeze',
}
