import { quote, shellWord } from '../../../diagnostics/quote.js'
import { pathOfId } from '../../../model/walk.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'
import { fenceDevicesOf, memberNodesOf } from '../../services.js'

interface Parameters {
  readonly id: string
  readonly what: string
  readonly map: string
}

/** A map of nodes that the fencer reads otherwise, or that is missing where nodes have other names. */
export const rule = defineRule<Parameters>({
  code: 'fence-host-map',
  severity: 'warning',
  message: ({ id, what }) => `${quote(id)} ${what}: it does not find the machines of the nodes`,
  hint: ({ id, map }, language) =>
    language === 'dsl'
      ? `write pcmk_host_map: '${map}'`
      : `pcs stonith update ${shellWord(id)} pcmk_host_map=${shellWord(map)}`,
  check: ({ cluster, report }) => {
    const nodes = memberNodesOf(cluster).map(({ uname = '' }) => uname)
    for (const { id, agent, parameter } of fenceDevicesOf(cluster)) {
      const map = parameter('pcmk_host_map')
      if (map !== undefined && /:[^;\s]*,[^;\s,]*:/.test(map)) {
        const what = `separates the nodes of pcmk_host_map by commas (${quote(map)}), which Pacemaker reads as ports of one node`
        report(pathOfId(cluster, id), { id, what, map: map.replaceAll(',', ';') })
      }
      const isNamed = parameter('plug') !== undefined || nodes.some((node) => /^i-[\da-f]+$/.test(node))
      if (map === undefined && agent === 'stonith:fence_aws' && !isNamed) {
        const what = 'of fence_aws has no pcmk_host_map, and AWS knows machines by ids such as "i-0a1b2c3d"'
        report(pathOfId(cluster, id), { id, what, map: `${nodes[0] ?? 'NODE'}:INSTANCE-ID;...` })
      }
    }
  },
})

export const docs: RuleDocs = {
  about: 'pcmk_host_map has commas between the nodes, or a device of fence_aws has no such map.',
  why: 'The pairs of the map are separated by semicolons or spaces; a comma separates the ports of one node. Where the map is wrong, or the cloud has other names than the cluster, the device is asked for a machine that does not exist, and fencing fails when it is needed.',
  source: 'pacemaker-fenced metadata, pcmk_host_map; Red Hat, fencing with fence_aws',
  pacemaker: { does: 'reads what follows a comma as another port of the same node', versions: 'all' },
  wrong: `cluster({
  properties: { 'stonith-enabled': true },
  resources: [primitive('fence', 'stonith:fence_vmware_soap', { ip: '192.0.2.9', pcmk_host_map: 'node1:vm1,node2:vm2,node3:vm3' })],
})`,
  right: `cluster({
  properties: { 'stonith-enabled': true },
  resources: [primitive('fence', 'stonith:fence_vmware_soap', { ip: '192.0.2.9', pcmk_host_map: 'node1:vm1;node2:vm2;node3:vm3' })],
})`,
  fix: 'pcs stonith update fence pcmk_host_map="node1:vm1;node2:vm2;node3:vm3"',
}
