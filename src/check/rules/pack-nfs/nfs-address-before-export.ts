import { quote, shellWord } from '../../../diagnostics/quote.js'
import { pathOfId } from '../../../model/walk.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'
import type { Service } from '../../services.js'
import { nfsGroupsOf, positionsOf } from './nfs-group.js'

/** The address of an NFS server is up before its exports are. */
export const rule = defineRule<{ address: string; exported: string; group: string }>({
  code: 'nfs-address-before-export',
  severity: 'info',
  message: ({ address, exported }) =>
    `${quote(address)} starts before the export ${quote(exported)}: clients that reconnect in between get "stale file handle"`,
  hint: ({ address, exported, group }, language) =>
    language === 'dsl'
      ? 'put the address behind the exports in the group'
      : `pcs resource group add ${shellWord(group)} ${shellWord(address)} --after ${shellWord(exported)}`,
  check: ({ cluster, report }) => {
    for (const members of nfsGroupsOf(cluster)) {
      const exported = positionsOf(members, ['exportfs']).at(-1)
      const address = positionsOf(members, ['IPaddr2', 'IPaddr'])[0]
      if (exported === undefined || address === undefined || address > exported) continue
      if (positionsOf(members, ['portblock']).length > 0) continue
      const { id, entry } = members[address] as Service
      const parameters = {
        address: id,
        exported: (members[exported] as Service).id,
        group: entry.parent?.id ?? '',
      }
      report(pathOfId(cluster, id), parameters)
    }
  },
})

export const docs: RuleDocs = {
  about:
    'In a group, the address of an NFS server starts before an export, and no portblock closes the port meanwhile.',
  why: 'Clients retry for ever while nothing answers. As soon as the address is there they ask for their file handles, and a server that has not exported the directory yet rejects them: applications get an error that would not have come a second later.',
  source:
    'Red Hat (D. Vossel), NFS v3/v4 Active Passive Deployment Overview, version 3: file systems, server, exports, address, notification',
  wrong: `cluster({
  resources: [
    group('nfs', [
      primitive('fs', 'ocf:heartbeat:Filesystem', { device: '/dev/sdb1', directory: '/srv', fstype: 'xfs' }),
      primitive('server', 'ocf:heartbeat:nfsserver', { nfs_shared_infodir: '/srv/nfsinfo' }),
      ocf.heartbeat.IPaddr2('vip', { ip: '192.0.2.6' }),
      primitive('export', 'ocf:heartbeat:exportfs', { clientspec: '192.0.2.0/24', directory: '/srv/share', fsid: 1 }),
    ]),
  ],
})`,
  right: `cluster({
  resources: [
    group('nfs', [
      primitive('fs', 'ocf:heartbeat:Filesystem', { device: '/dev/sdb1', directory: '/srv', fstype: 'xfs' }),
      primitive('server', 'ocf:heartbeat:nfsserver', { nfs_shared_infodir: '/srv/nfsinfo' }),
      primitive('export', 'ocf:heartbeat:exportfs', { clientspec: '192.0.2.0/24', directory: '/srv/share', fsid: 1 }),
      ocf.heartbeat.IPaddr2('vip', { ip: '192.0.2.6' }),
    ]),
  ],
})`,
  fix: 'pcs resource group add nfs vip --after export',
}
