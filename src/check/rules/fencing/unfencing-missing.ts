import { quote, shellWord } from '../../../diagnostics/quote.js'
import { pathOfId } from '../../../model/walk.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'
import { fenceDevicesOf } from '../../services.js'

/** A device that locks disks, and nothing that unlocks them. */
export const rule = defineRule<{ id: string; agent: string }>({
  code: 'unfencing-missing',
  severity: 'warning',
  message: ({ id, agent }) =>
    `${quote(id)} of ${agent} lacks the meta attribute provides=unfencing: no node is given access to the disks when it starts, and a fenced one does not get it back`,
  hint: ({ id }, language) =>
    language === 'dsl'
      ? `add { meta: { provides: 'unfencing' } } to ${quote(id)}`
      : `pcs resource meta ${shellWord(id)} provides=unfencing`,
  check: ({ cluster, facts, report }) => {
    if (!facts.isFencingOn) return
    for (const { id, agent, entry } of fenceDevicesOf(cluster)) {
      if (!/:fence_(scsi|mpath)$/.test(agent) || facts.meta(entry, 'provides')?.toLowerCase() === 'unfencing')
        continue
      report(pathOfId(cluster, id), { id, agent })
    }
  },
})

export const docs: RuleDocs = {
  about: 'A device of fence_scsi or fence_mpath does not have provides=unfencing.',
  why: 'These agents take away the registration of a node at the disks, and give it back by the action `on`. Pacemaker runs that action when a node joins only if a device provides unfencing. `pcs stonith create` adds it; crmsh and a CIB by hand do not.',
  source: 'Pacemaker Explained, unfencing; Red Hat, fence_scsi (meta provides=unfencing)',
  pacemaker: { does: 'plans no action `on` for a node that joins', versions: '1.1.9 and later' },
  wrong: `cluster({
  properties: { 'stonith-enabled': true },
  resources: [
    primitive('scsi', 'stonith:fence_scsi', { devices: '/dev/sda', pcmk_host_list: 'node1 node2 node3' }),
  ],
})`,
  right: `cluster({
  properties: { 'stonith-enabled': true },
  resources: [
    primitive(
      'scsi',
      'stonith:fence_scsi',
      { devices: '/dev/sda', pcmk_host_list: 'node1 node2 node3' },
      { meta: { provides: 'unfencing' } },
    ),
  ],
})`,
  fix: 'pcs resource meta scsi provides=unfencing',
}
