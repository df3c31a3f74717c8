import { quote } from '../../../diagnostics/quote.js'
import { booleanOf } from '../../../model/index.js'
import { pathOfId } from '../../../model/walk.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'
import { servicesOfType } from '../../services.js'

/** File systems that one kernel at a time may write to. */
const local = /^(ext[234]|ext4dev|reiserfs|reiser4|xfs|jfs|btrfs|vfat)$/i

/** Those that write even where they are mounted read-only. */
const writesAnyway = /^(ext[34]|ext4dev|reiserfs|reiser4|xfs|jfs)$/i

/** A file system for one node, in a clone. */
export const rule = defineRule<{ id: string; clone: string; type: string }>({
  code: 'filesystem-cloned',
  severity: 'warning',
  message: ({ id, clone, type }) =>
    `${quote(id)} mounts a file system of type ${quote(type)} on every node of ${quote(clone)}: the agent rejects it, or the nodes destroy it`,
  hint: () => 'take it out of the clone, or use GFS2, OCFS2 or NFS',
  check: ({ cluster, report }) => {
    for (const { id, top, parameter } of servicesOfType(cluster, ['Filesystem'])) {
      const type = parameter('fstype') ?? ''
      const isClone = top.resource?.element === 'clone' || top.resource?.element === 'master'
      if (!isClone || !local.test(type) || booleanOf(parameter('force_clones')) === true) continue
      const isReadOnly = (parameter('options') ?? '').split(',').includes('ro')
      if (isReadOnly && !writesAnyway.test(type)) continue
      report(pathOfId(cluster, id), { id, clone: top.id, type })
    }
  },
})

export const docs: RuleDocs = {
  about: 'A file system that is for one node is mounted by a clone.',
  why: 'The kernel of one node does not know what the other writes. The agent fails to start where it knows the type, and with it all that is ordered after it; force_clones=true switches its check off, for devices that every node has of its own.',
  source: 'ocf:heartbeat:Filesystem, its start action and force_clones',
  wrong: `cluster({
  resources: [clone(primitive('srv', 'ocf:heartbeat:Filesystem', { device: '/dev/sdb1', directory: '/srv', fstype: 'xfs' }))],
})`,
  right: `cluster({
  resources: [primitive('srv', 'ocf:heartbeat:Filesystem', { device: '/dev/sdb1', directory: '/srv', fstype: 'xfs' })],
})`,
  fix: 'pcs resource unclone srv',
}
