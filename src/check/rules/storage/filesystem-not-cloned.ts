import { quote, shellWord } from '../../../diagnostics/quote.js'
import { runsOnSeveralNodes } from '../../../graph/resource/members.js'
import { pathOfId } from '../../../model/walk.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'
import { servicesOfType } from '../../services.js'
import { clustered } from './needs.js'

/** A file system for all nodes, on one. */
export const rule = defineRule<{ id: string; top: string; type: string }>({
  code: 'filesystem-not-cloned',
  severity: 'warning',
  message: ({ id, type }) =>
    `${quote(id)} mounts a file system of type ${quote(type)} and is in no clone: only one node has it, at the price of the locks between all`,
  hint: ({ top }, language) =>
    language === 'dsl'
      ? 'write clone(..., { meta: { interleave: true } }) around it'
      : `pcs resource clone ${shellWord(top)} interleave=true`,
  check: ({ cluster, report }) => {
    for (const { id, top, parameter } of servicesOfType(cluster, ['Filesystem'])) {
      const type = parameter('fstype') ?? ''
      const isAlone = (parameter('options') ?? '').includes('lock_nolock')
      if (clustered.test(type) && !isAlone && !runsOnSeveralNodes(top))
        report(pathOfId(cluster, id), { id, top: top.id, type })
    }
  },
})

export const docs: RuleDocs = {
  about: 'A cluster file system (GFS2, OCFS2) is mounted by a resource that runs once.',
  why: 'The point of such a file system is that each node mounts it at the same time. Mounted on one node, it fails over like any other, slower than XFS, and whatever runs on the other nodes finds an empty directory.',
  source: 'Red Hat, configuring GFS2 file systems in a cluster; SUSE, OCFS2 (each clones the file system)',
  wrong: `cluster({
  properties: { 'no-quorum-policy': 'freeze' },
  resources: [primitive('srv', 'ocf:heartbeat:Filesystem', { device: '/dev/sdb1', directory: '/srv', fstype: 'gfs2' })],
})`,
  right: `cluster({
  properties: { 'no-quorum-policy': 'freeze' },
  resources: [
    clone(primitive('srv', 'ocf:heartbeat:Filesystem', { device: '/dev/sdb1', directory: '/srv', fstype: 'gfs2' }), {
      meta: { interleave: true },
    }),
  ],
})`,
  fix: 'pcs resource clone srv interleave=true',
}
