import { quote, shellWord } from '../../../diagnostics/quote.js'
import { placesOf } from '../../../model/index.js'
import { pathOfId } from '../../../model/walk.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'
import { fenceDevicesOf, servicesOf } from '../../services.js'
import { devicesOf, levelsByTarget } from './levels.js'

/** A device that no level uses, where all nodes have levels. */
export const rule = defineRule<{ id: string }>({
  code: 'fence-device-unused',
  severity: 'info',
  message: ({ id }) =>
    `fencing device ${quote(id)} is in no fencing level, and every node has levels: it never fences anything`,
  hint: ({ id }) => `add it to a level, or remove it: pcs stonith delete ${shellWord(id)}`,
  check: ({ cluster, facts, report }) => {
    const targets = new Set([...levelsByTarget(cluster).keys()].map((target) => target.toLowerCase()))
    const isComplete = [...facts.nodes.keys()].every((node) => targets.has(node.toLowerCase()))
    const hasRemote = servicesOf(cluster).some(({ agent }) => agent === 'ocf:pacemaker:remote')
    if (targets.size === 0 || !isComplete || hasRemote) return
    const used = new Set(placesOf(cluster, 'fencing-level').flatMap(({ element }) => devicesOf(element)))
    for (const { id } of fenceDevicesOf(cluster)) if (!used.has(id)) report(pathOfId(cluster, id), { id })
  },
})

export const docs: RuleDocs = {
  about: 'All nodes have fencing levels, and a device is in none of them.',
  why: 'For a node with levels Pacemaker uses their devices and no others. A device that was meant as the last resort is never tried.',
  source: 'Pacemaker Explained, fencing topologies',
  wrong: `cluster({
  properties: { 'stonith-enabled': true },
  nodes: ['node1'],
  resources: [
    primitive('ipmi1', 'stonith:fence_ipmilan', { ip: '192.0.2.11', pcmk_host_list: 'node1' }),
    primitive('pdu', 'stonith:fence_apc', { ip: '192.0.2.20', pcmk_host_list: 'node1' }),
  ],
  fencingLevels: [fencingLevel('node1', 1, ['ipmi1'])],
})`,
  right: `cluster({
  properties: { 'stonith-enabled': true },
  nodes: ['node1'],
  resources: [
    primitive('ipmi1', 'stonith:fence_ipmilan', { ip: '192.0.2.11', pcmk_host_list: 'node1' }),
    primitive('pdu', 'stonith:fence_apc', { ip: '192.0.2.20', pcmk_host_list: 'node1' }),
  ],
  fencingLevels: [fencingLevel('node1', 1, ['ipmi1']), fencingLevel('node1', 2, ['pdu'])],
})`,
  fix: 'pcs stonith level add 2 node1 pdu',
}
