import { quote, shellWord } from '../../../diagnostics/quote.js'
import { booleanOf } from '../../../model/index.js'
import { pathOfId } from '../../../model/walk.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'
import { type Service, servicesOfType } from '../../services.js'
import { type Need, needsOf } from './needs.js'

/** Databases whose files are rarely on the disk of the node. */
const databases: readonly string[] = [
  'mysql',
  'mariadb',
  'pgsql',
  'oracle',
  'oralsnr',
  'db2',
  'sybaseASE',
  'SAPDatabase',
]

/** A group whose members are in the wrong order. */
export const rule = defineRule<{ id: string; how: string; storage: string; group: string }>({
  code: 'storage-after-user',
  severity: 'warning',
  message: ({ id, how, storage, group }) =>
    `${quote(id)} ${how}, and is before ${quote(storage)} in the group ${quote(group)}: it starts first, and stops last`,
  hint: ({ id, storage, group }, language) =>
    language === 'dsl'
      ? `write ${quote(storage)} before ${quote(id)} in the group`
      : `pcs resource group add ${shellWord(group)} ${shellWord(storage)} --before ${shellWord(id)}`,
  check: ({ cluster, facts, report }) => {
    const mounts = servicesOfType(cluster, ['Filesystem'])
    const users = mounts.length === 0 ? [] : servicesOfType(cluster, databases)
    for (const { user, storage, how } of [
      ...needsOf(cluster),
      ...users.flatMap((user) => mountAfter(user, mounts)),
    ]) {
      const { parent } = user.entry
      if (parent?.resource?.element !== 'group' || storage.entry.parent !== parent) continue
      const ids = parent.resource.members.map(({ id }) => id)
      const isOrdered = booleanOf(facts.meta(parent, 'ordered')) ?? true
      if (!isOrdered || ids.indexOf(user.id) > ids.indexOf(storage.id)) continue
      report(pathOfId(cluster, user.id), { id: user.id, how, storage: storage.id, group: parent.id })
    }
  },
})

/** The file system that a database waits for in vain: the only one in its group. */
function mountAfter(user: Service, mounts: readonly Service[]): Need[] {
  const inGroup = mounts.filter(
    ({ entry }) => entry.parent !== undefined && entry.parent === user.entry.parent,
  )
  const [storage, another] = inGroup
  return storage === undefined || another !== undefined ? [] : [{ user, storage, how: 'is a database' }]
}

export const docs: RuleDocs = {
  about: 'A member of a group is before the storage that it uses.',
  why: 'A group starts its members in the order in which they are written, and stops them backwards. A file system after its volume group can be mounted, before it cannot: the start fails on every node, and nothing of the group runs.',
  source:
    'Pacemaker Explained, groups; Red Hat, configuring an active/passive Apache server (LVM-activate before Filesystem)',
  wrong: `cluster({
  resources: [
    group('data', [
      primitive('fs', 'ocf:heartbeat:Filesystem', { device: '/dev/vg/lv', directory: '/srv', fstype: 'xfs' }),
      primitive('lvm', 'ocf:heartbeat:LVM-activate', { vgname: 'vg', vg_access_mode: 'system_id' }),
    ]),
  ],
})`,
  right: `cluster({
  resources: [
    group('data', [
      primitive('lvm', 'ocf:heartbeat:LVM-activate', { vgname: 'vg', vg_access_mode: 'system_id' }),
      primitive('fs', 'ocf:heartbeat:Filesystem', { device: '/dev/vg/lv', directory: '/srv', fstype: 'xfs' }),
    ]),
  ],
})`,
  fix: 'pcs resource group add data lvm --before fs',
}
