import { quote, quoteAll } from '../../../diagnostics/quote.js'
import { placesOf } from '../../../model/index.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'
import { memberNodesOf } from '../../services.js'
import { levelsByTarget } from './levels.js'

/** Nodes without a level where others have one. */
export const rule = defineRule<{ nodes: readonly string[] }>({
  code: 'fencing-level-missing',
  severity: 'info',
  message: ({ nodes }) =>
    `${quoteAll(nodes)} ha${nodes.length === 1 ? 's' : 've'} no fencing level, though other nodes do: there any device that lists the node is used`,
  hint: ({ nodes }) => `add a fencing level for ${quote(nodes[0] ?? '')}, or remove those of the others`,
  check: ({ cluster, report }) => {
    const targets = new Set([...levelsByTarget(cluster).keys()].map((target) => target.toLowerCase()))
    const isNamed = placesOf(cluster, 'fencing-level').every(({ element }) => element.target !== undefined)
    if (targets.size === 0 || !isNamed) return
    const members = memberNodesOf(cluster).flatMap(({ uname }) => uname ?? [])
    const nodes = members.filter((node) => !targets.has(node.toLowerCase()))
    if (nodes.length > 0 && nodes.length < members.length) {
      report('/cib/configuration/fencing-topology', { nodes })
    }
  },
})

export const docs: RuleDocs = {
  about: 'Some nodes have fencing levels, and others have none.',
  why: 'For a node without levels Pacemaker uses one device after the other, in an order of its own, and one success is enough. If power is cut on two circuits, one of them is not enough. It is typical for a node that was added later.',
  source: 'Pacemaker Explained, fencing topologies',
  wrong: `cluster({
  properties: { 'stonith-enabled': true },
  resources: [
    primitive('ipmi1', 'stonith:fence_ipmilan', { ip: '192.0.2.11', pcmk_host_list: 'node1' }),
    primitive('pdu', 'stonith:fence_apc', { ip: '192.0.2.20', pcmk_host_map: 'node1:1;node2:2;node3:3' }),
  ],
  fencingLevels: [fencingLevel('node1', 1, ['ipmi1']), fencingLevel('node2', 1, ['pdu'])],
})`,
  right: `cluster({
  properties: { 'stonith-enabled': true },
  resources: [
    primitive('ipmi1', 'stonith:fence_ipmilan', { ip: '192.0.2.11', pcmk_host_list: 'node1' }),
    primitive('pdu', 'stonith:fence_apc', { ip: '192.0.2.20', pcmk_host_map: 'node1:1;node2:2;node3:3' }),
  ],
  fencingLevels: [
    fencingLevel('node1', 1, ['ipmi1']),
    fencingLevel('node1', 2, ['pdu']),
    fencingLevel('node2', 1, ['pdu']),
    fencingLevel('node3', 1, ['pdu']),
  ],
})`,
  fix: 'pcs stonith level add 1 node3 pdu',
}
