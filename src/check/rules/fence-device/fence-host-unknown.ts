import { nearest } from '../../../diagnostics/nearest.js'
import { quote, quoteAll, shellWord } from '../../../diagnostics/quote.js'
import { hostsNamedBy } from '../../../graph/location/fence-hosts.js'
import { pathOfId } from '../../../model/walk.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'
import { fenceDevicesOf, memberNodesOf, type Service } from '../../services.js'

/** A device that names a node which is not there. */
export const rule = defineRule<{ id: string; hosts: readonly string[]; near: string | undefined }>({
  code: 'fence-host-unknown',
  severity: 'warning',
  message: ({ id, hosts }) =>
    `fencing device ${quote(id)} names ${quoteAll(hosts)}, which no node is called: it does not fence the node that is meant`,
  hint: ({ id, near }, language) => {
    if (near !== undefined) return `did you mean ${quote(near)}?`
    return language === 'dsl'
      ? 'write the names of <nodes> in pcmk_host_list'
      : `pcs stonith update ${shellWord(id)} pcmk_host_list="NODE ..." with the names that crm_node -l prints`
  },
  check: ({ cluster, facts, report }) => {
    const names = facts.nodeNames()
    const devices = fenceDevicesOf(cluster)
    if (names.size === 0 || devices.length === 0) return
    const covered = new Set(devices.flatMap((device) => hostsOf(device)).map((host) => host.toLowerCase()))
    const missing = memberNodesOf(cluster).flatMap(({ uname = '' }) =>
      covered.has(uname.toLowerCase()) ? [] : [uname],
    )
    for (const device of devices) {
      const named = [...new Set(hostsOf(device))]
      const hosts = named.filter((host) => !names.has(host.toLowerCase()))
      const [first] = hosts
      if (first === undefined) continue
      const isHarmless = missing.length === 0 && hosts.length < named.length
      const parameters = { id: device.id, hosts, near: nearest(first, missing) }
      report(pathOfId(cluster, device.id), parameters, isHarmless ? 'info' : 'warning')
    }
  },
})

function hostsOf({ parameter }: Service): readonly string[] {
  return hostsNamedBy(parameter('pcmk_host_list'), parameter('pcmk_host_map'))
}

export const docs: RuleDocs = {
  about:
    '`pcmk_host_list` or `pcmk_host_map` of a fencing device names a node that is not in the cluster. It is an info where every node has a device.',
  why: 'The fencer compares the names letter by letter with those of the cluster. With the full host name where the cluster has the short one, or with the name of the virtual machine, no device is found, fencing fails with "No such device", and after a node failure nothing is recovered.',
  source:
    'MicrosoftDocs/azure-docs issues 50753 and 53439 (names of machines and of nodes differ); Pacemaker pull request 671',
  wrong: `cluster({
  nodes: ['node1', 'node2', 'node3'],
  properties: { 'stonith-enabled': true },
  resources: [primitive('fence', 'stonith:fence_xvm', { pcmk_host_list: 'node1 node2 noed3' })],
})`,
  right: `cluster({
  nodes: ['node1', 'node2', 'node3'],
  properties: { 'stonith-enabled': true },
  resources: [primitive('fence', 'stonith:fence_xvm', { pcmk_host_list: 'node1 node2 node3' })],
})`,
  fix: 'pcs stonith update fence pcmk_host_list="node1 node2 node3"',
}
