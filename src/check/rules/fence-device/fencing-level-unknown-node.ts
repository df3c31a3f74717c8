import { nearest } from '../../../diagnostics/nearest.js'
import { quote } from '../../../diagnostics/quote.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'

/** A level of a node that is not there. */
export const rule = defineRule<{ target: string; near: string | undefined }>({
  code: 'fencing-level-unknown-node',
  severity: 'warning',
  message: ({ target }) => `fencing level for ${quote(target)}: no node is called that, so it is never used`,
  hint: ({ near }) =>
    near === undefined ? 'name one of <nodes>, or remove the level' : `did you mean ${quote(near)}?`,
  visit: {
    'fencing-level': (place, { facts, report }) => {
      const { target } = place.element
      const names = facts.nodeNames()
      if (target === undefined || names.size === 0 || names.has(target.toLowerCase())) return
      const near = nearest(target, facts.nodes.keys())
      report({ place, attribute: 'target' }, { target, near }, near === undefined ? 'info' : 'warning')
    },
  },
})

export const docs: RuleDocs = {
  about:
    'A fencing level has a target that is not the name of a node. It is an info where no name is similar.',
  why: 'The node that is meant has no level, and its devices are tried in an order that nobody chose. A level stays in the CIB when its node is removed or gets another name.',
  source: 'Pacemaker Explained, fencing topologies (target)',
  wrong: `cluster({
  properties: { 'stonith-enabled': true },
  resources: [
    primitive('ipmi1', 'stonith:fence_ipmilan', { ip: '192.0.2.11', pcmk_host_list: 'node1' }),
    primitive('pdu', 'stonith:fence_apc', { ip: '192.0.2.20', pcmk_host_map: 'node1:1;node2:2;node3:3' }),
  ],
  fencingLevels: [fencingLevel('noed1', 1, ['ipmi1'])],
})`,
  right: `cluster({
  properties: { 'stonith-enabled': true },
  resources: [
    primitive('ipmi1', 'stonith:fence_ipmilan', { ip: '192.0.2.11', pcmk_host_list: 'node1' }),
    primitive('pdu', 'stonith:fence_apc', { ip: '192.0.2.20', pcmk_host_map: 'node1:1;node2:2;node3:3' }),
  ],
  fencingLevels: [fencingLevel('node1', 1, ['ipmi1'])],
})`,
  fix: 'pcs stonith level delete 1 target noed1; pcs stonith level add 1 node1 ipmi1',
}
