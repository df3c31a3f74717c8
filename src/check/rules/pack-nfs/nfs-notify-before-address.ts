import { quote, shellWord } from '../../../diagnostics/quote.js'
import { pathOfId } from '../../../model/walk.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'
import type { Service } from '../../services.js'
import { nfsGroupsOf, positionsOf } from './nfs-group.js'

/** Clients are notified before the address they know is up. */
export const rule = defineRule<{ notify: string; address: string; group: string }>({
  code: 'nfs-notify-before-address',
  severity: 'warning',
  message: ({ notify, address }) =>
    `${quote(notify)} starts before ${quote(address)}: its notifications cannot be sent from that address, and clients do not reclaim their locks`,
  hint: ({ notify, address, group }, language) =>
    language === 'dsl'
      ? 'put nfsnotify last in the group'
      : `pcs resource group add ${shellWord(group)} ${shellWord(notify)} --after ${shellWord(address)}`,
  check: ({ cluster, report }) => {
    for (const members of nfsGroupsOf(cluster)) {
      const notify = positionsOf(members, ['nfsnotify'])[0]
      const address = positionsOf(members, ['IPaddr2', 'IPaddr']).at(-1)
      if (notify === undefined || address === undefined || address < notify) continue
      const { id, entry } = members[notify] as Service
      const parameters = {
        notify: id,
        address: (members[address] as Service).id,
        group: entry.parent?.id ?? '',
      }
      report(pathOfId(cluster, id), parameters)
    }
  },
})

export const docs: RuleDocs = {
  about: 'In a group, nfsnotify starts before the address of the NFS server.',
  why: 'nfsnotify sends "the server has rebooted" from the floating address, so that clients of NFSv3 reclaim their locks. An address that is not up yet cannot be the source, and locks are lost silently.',
  source:
    'metadata of ocf:heartbeat:nfsnotify (source_host); Red Hat (D. Vossel), NFS v3/v4 Active Passive Deployment Overview, version 3 (nfsnotify is last)',
  wrong: `cluster({
  resources: [
    group('nfs', [
      primitive('fs', 'ocf:heartbeat:Filesystem', { device: '/dev/sdb1', directory: '/srv', fstype: 'xfs' }),
      primitive('server', 'ocf:heartbeat:nfsserver', { nfs_shared_infodir: '/srv/nfsinfo' }),
      primitive('notify', 'ocf:heartbeat:nfsnotify', { source_host: '192.0.2.6' }),
      ocf.heartbeat.IPaddr2('vip', { ip: '192.0.2.6' }),
    ]),
  ],
})`,
  right: `cluster({
  resources: [
    group('nfs', [
      primitive('fs', 'ocf:heartbeat:Filesystem', { device: '/dev/sdb1', directory: '/srv', fstype: 'xfs' }),
      primitive('server', 'ocf:heartbeat:nfsserver', { nfs_shared_infodir: '/srv/nfsinfo' }),
      ocf.heartbeat.IPaddr2('vip', { ip: '192.0.2.6' }),
      primitive('notify', 'ocf:heartbeat:nfsnotify', { source_host: '192.0.2.6' }),
    ]),
  ],
})`,
  fix: 'pcs resource group add nfs notify --after vip',
}
