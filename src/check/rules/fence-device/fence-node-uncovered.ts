import { quote } from '../../../diagnostics/quote.js'
import { staticHostsOf } from '../../../graph/location/fence-hosts.js'
import { placeOfId } from '../../../model/index.js'
import { pathOfId } from '../../../model/walk.js'
import { durationMs } from '../../../options/values.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'
import { fenceDevicesOf, memberNodesOf, servicesOfType } from '../../services.js'

/** A node that no device can fence. */
export const rule = defineRule<{ node: string }>({
  code: 'fence-node-uncovered',
  severity: 'warning',
  message: ({ node }) =>
    `no fencing device names the node ${quote(node)}: when it fails, nothing that ran there is recovered`,
  hint: ({ node }) => `add ${quote(node)} to the pcmk_host_list of a device, or a device for it`,
  check: ({ cluster, facts, report }) => {
    const devices = fenceDevicesOf(cluster)
    if (devices.length === 0 || !facts.isOn('stonith-enabled', true)) return
    if ((durationMs(facts.option('stonith-watchdog-timeout') ?? '0') ?? 0) !== 0) return
    const covered = new Set<string>()
    for (const device of devices) {
      const hosts = staticHostsOf(device.parameter)
      if (hosts === undefined) return
      for (const host of hosts) covered.add(host.toLowerCase())
    }
    for (const node of memberNodesOf(cluster)) {
      const { id, uname = '' } = node
      if (covered.has(uname.toLowerCase())) continue
      const place = id === undefined ? undefined : placeOfId(cluster, id)
      report(place?.element === node ? place : '/cib/configuration/nodes', { node: uname })
    }
    for (const { id, agent } of servicesOfType(cluster, ['remote'])) {
      if (agent === 'ocf:pacemaker:remote' && !covered.has(id.toLowerCase()))
        report(pathOfId(cluster, id), { node: id })
    }
  },
})

export const docs: RuleDocs = {
  about: 'Fencing is on, all devices list the nodes they fence, and a node is in no list.',
  why: 'A node that is lost must be fenced before its resources start elsewhere. If no device can, fencing fails for ever and the resources stay down. It happens when a node is added to a cluster and its device is not. Remote nodes are fenced too, guest nodes with their machine.',
  source: 'Pacemaker Explained, fencing; pcs(8) does not add a node to pcmk_host_list',
  wrong: `cluster({
  nodes: ['node1', 'node2', 'node3'],
  properties: { 'stonith-enabled': true },
  resources: [primitive('fence', 'stonith:fence_xvm', { pcmk_host_list: 'node1 node2' })],
})`,
  right: `cluster({
  nodes: ['node1', 'node2', 'node3'],
  properties: { 'stonith-enabled': true },
  resources: [primitive('fence', 'stonith:fence_xvm', { pcmk_host_list: 'node1 node2 node3' })],
})`,
  fix: 'pcs stonith update fence pcmk_host_list="node1 node2 node3"',
}
