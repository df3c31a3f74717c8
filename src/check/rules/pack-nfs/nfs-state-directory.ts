import { quote, shellWord } from '../../../diagnostics/quote.js'
import { pathOfId } from '../../../model/walk.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'
import { typeOf } from '../../services.js'
import { nfsGroupsOf } from './nfs-group.js'

type Fault = 'missing' | 'early'

/** The state of an NFS server does not move with it. */
export const rule = defineRule<{ id: string; fault: Fault; directory: string; filesystem: string }>({
  code: 'nfs-state-directory',
  severity: 'warning',
  message: ({ id, fault, directory, filesystem }) =>
    fault === 'missing'
      ? `${quote(id)} has no nfs_shared_infodir: locks and client records stay on the node, and are lost on failover`
      : `${quote(id)} starts before ${quote(filesystem)}, on which its nfs_shared_infodir ${quote(directory)} is: it writes its state below the mount point`,
  hint: ({ id, fault }, language) => {
    if (fault === 'early') return 'put the file system in front of the NFS server in the group'
    return language === 'dsl'
      ? 'add nfs_shared_infodir, a directory on the file system of the group'
      : `pcs resource update ${shellWord(id)} nfs_shared_infodir=DIRECTORY, a directory on the file system of the group`
  },
  check: ({ cluster, report }) => {
    for (const members of nfsGroupsOf(cluster)) {
      members.forEach(({ id, agent, parameter }, at) => {
        if (typeOf(agent) !== 'nfsserver') return
        const directory = parameter('nfs_shared_infodir') ?? ''
        const path = pathOfId(cluster, id)
        if (directory === '') report(path, { id, fault: 'missing', directory, filesystem: '' })
        const later = members.slice(at + 1).find((member) => {
          const mount = typeOf(member.agent) === 'Filesystem' ? member.parameter('directory') : undefined
          return mount !== undefined && `${directory}/`.startsWith(`${mount.replace(/\/$/, '')}/`)
        })
        if (directory !== '' && later !== undefined) {
          report(path, { id, fault: 'early', directory, filesystem: later.id })
        }
      })
    }
  },
})

export const docs: RuleDocs = {
  about:
    'An NFS server in a group has no `nfs_shared_infodir`, or starts before the file system on which that is.',
  why: 'rpc.statd and nfsd record their clients in a directory. It has to move with the service: otherwise clients cannot reclaim their locks after a failover, and two writers may have one lock.',
  source:
    'metadata of ocf:heartbeat:nfsserver (the directory must fail over before the server); Red Hat (D. Vossel), NFS v3/v4 Active Passive Deployment Overview, version 3',
  wrong: `cluster({
  resources: [
    group('nfs', [
      primitive('fs', 'ocf:heartbeat:Filesystem', { device: '/dev/sdb1', directory: '/srv', fstype: 'xfs' }),
      primitive('server', 'ocf:heartbeat:nfsserver'),
    ]),
  ],
})`,
  right: `cluster({
  resources: [
    group('nfs', [
      primitive('fs', 'ocf:heartbeat:Filesystem', { device: '/dev/sdb1', directory: '/srv', fstype: 'xfs' }),
      primitive('server', 'ocf:heartbeat:nfsserver', { nfs_shared_infodir: '/srv/nfsinfo' }),
    ]),
  ],
})`,
  fix: 'pcs resource update server nfs_shared_infodir=/srv/nfsinfo',
}
