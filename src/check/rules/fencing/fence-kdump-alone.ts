import { quote } from '../../../diagnostics/quote.js'
import { pathOfId } from '../../../model/walk.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'
import { fenceDevicesOf } from '../../services.js'

/** Devices that only notice a node which writes a dump of its kernel. */
export const rule = defineRule<{ id: string }>({
  code: 'fence-kdump-alone',
  severity: 'warning',
  message: ({ id }) =>
    `${quote(id)} of fence_kdump switches no node off, and there is no other fencing device: a node that hangs or is cut off is never fenced`,
  hint: ({ id }) => `add a device that switches nodes off, on a level after that of ${quote(id)}`,
  check: ({ cluster, facts, report }) => {
    const devices = fenceDevicesOf(cluster)
    if (!facts.isFencingOn || facts.isOn('have-watchdog', false)) return
    if (!devices.every(({ agent }) => agent === 'stonith:fence_kdump')) return
    for (const { id } of devices) report(pathOfId(cluster, id), { id })
  },
})

export const docs: RuleDocs = {
  about: 'All fencing devices are fence_kdump.',
  why: 'fence_kdump waits for a message of a node whose kernel crashes and writes a dump. It succeeds for such a node and fails for all others, so that what ran on them is not recovered. It belongs on the first fencing level, before a device that switches off.',
  source: 'fence_kdump(8); Red Hat, fencing levels with fence_kdump',
  wrong: `cluster({
  properties: { 'stonith-enabled': true },
  resources: [primitive('kdump', 'stonith:fence_kdump', { pcmk_host_list: 'node1 node2 node3' })],
})`,
  right: `cluster({
  properties: { 'stonith-enabled': true },
  resources: [
    primitive('kdump', 'stonith:fence_kdump', { pcmk_host_list: 'node1 node2 node3' }),
    primitive('power', 'stonith:fence_xvm', { pcmk_host_list: 'node1 node2 node3' }),
  ],
  fencingLevels: ['node1', 'node2', 'node3'].flatMap((node) => [
    fencingLevel(node, 1, ['kdump']),
    fencingLevel(node, 2, ['power']),
  ]),
})`,
  fix: 'pcs stonith create power fence_xvm pcmk_host_list="node1 node2 node3"; pcs stonith level add 1 node1 kdump; pcs stonith level add 2 node1 power',
}
