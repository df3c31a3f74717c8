import { quote } from '../../../diagnostics/quote.js'
import { pathOfId } from '../../../model/walk.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'
import { servicesOfType } from '../../services.js'

/** File systems that may be mounted on several nodes at once. */
const shared = /^(gfs2?|ocfs2|nfs4?|cifs|glusterfs|ceph|lustre|tmpfs|none|gpfs|beegfs)$/i

/** Two resources mount one device. */
export const rule = defineRule<{ id: string; other: string; device: string }>({
  code: 'filesystem-twice',
  severity: 'warning',
  message: ({ id, other, device }) =>
    `${quote(id)} and ${quote(other)} mount the device ${quote(device)}: on two nodes at once they destroy its file system`,
  hint: ({ id, other }) =>
    `use one resource for both, or correct the device of ${quote(id)} or ${quote(other)}`,
  check: ({ cluster, report }) => {
    const seen = new Map<string, string>()
    for (const { id, parameter } of servicesOfType(cluster, ['Filesystem'])) {
      const device = parameter('device') ?? ''
      const options = (parameter('options') ?? '').split(',')
      if (!device.startsWith('/dev/') || shared.test(parameter('fstype') ?? '') || options.includes('bind'))
        continue
      const subvolume = options.find((option) => option.startsWith('subvol')) ?? ''
      const key = `${device} ${subvolume}`
      const other = seen.get(key)
      if (other === undefined) seen.set(key, id)
      else report(pathOfId(cluster, id), { id, other, device })
    }
  },
})

export const docs: RuleDocs = {
  about: 'Two resources mount the same device with a file system that is for one node.',
  why: 'Pacemaker sees two independent resources and may start them on two nodes. Two kernels that write to one ext4 or XFS without knowing of each other corrupt it within seconds; usually one of the devices is a slip of copying.',
  source:
    'metadata of ocf:heartbeat:Filesystem (device, fast_stop and force_clones: a file system must not be mounted twice)',
  wrong: `cluster({
  resources: [
    primitive('home', 'ocf:heartbeat:Filesystem', { device: '/dev/sdb1', directory: '/home', fstype: 'xfs' }),
    primitive('mail', 'ocf:heartbeat:Filesystem', { device: '/dev/sdb1', directory: '/var/mail', fstype: 'xfs' }),
  ],
})`,
  right: `cluster({
  resources: [
    primitive('home', 'ocf:heartbeat:Filesystem', { device: '/dev/sdb1', directory: '/home', fstype: 'xfs' }),
    primitive('mail', 'ocf:heartbeat:Filesystem', { device: '/dev/sdc1', directory: '/var/mail', fstype: 'xfs' }),
  ],
})`,
  fix: 'pcs resource update mail device=/dev/sdc1',
}
