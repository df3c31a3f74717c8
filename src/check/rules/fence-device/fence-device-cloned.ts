import { quote } from '../../../diagnostics/quote.js'
import { pathOfId } from '../../../model/walk.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'
import { fenceDevicesOf } from '../../services.js'

/** A device in a clone. */
export const rule = defineRule<{ id: string; clone: string }>({
  code: 'fence-device-cloned',
  severity: 'info',
  message: ({ id, clone }) =>
    `fencing device ${quote(id)} is in the clone ${quote(clone)}: every node can use a device wherever its resource runs, and the clone only multiplies its monitors`,
  hint: ({ id, clone }) => `use ${quote(id)} without ${quote(clone)}`,
  check: ({ cluster, report }) => {
    for (const { id, entry } of fenceDevicesOf(cluster)) {
      const kind = entry.parent?.resource?.element
      if (entry.parent !== undefined && (kind === 'clone' || kind === 'master')) {
        report(pathOfId(cluster, id), { id, clone: entry.parent.id })
      }
    }
  },
})

export const docs: RuleDocs = {
  about: 'A fencing device is in a clone.',
  why: 'The fencer of each node knows all devices that are enabled, whether their resource runs there or not. Many devices accept one session at a time, and the monitors of a clone disturb each other until one fails. Old guides for SBD and IPMI clone their devices.',
  source:
    'Pacemaker Explained, fencing (special treatment of fence resources); SUSE guide to SBD (clones are not needed)',
  wrong: `cluster({
  properties: { 'stonith-enabled': true },
  resources: [clone(primitive('fence', 'stonith:fence_xvm', { pcmk_host_list: 'node1 node2 node3' }))],
})`,
  right: `cluster({
  properties: { 'stonith-enabled': true },
  resources: [primitive('fence', 'stonith:fence_xvm', { pcmk_host_list: 'node1 node2 node3' })],
})`,
  fix: 'pcs resource unclone fence',
}
