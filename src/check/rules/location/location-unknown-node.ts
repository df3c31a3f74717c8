import { nearest } from '../../../diagnostics/nearest.js'
import { quote } from '../../../diagnostics/quote.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'

/** A location on a node that the cluster does not have. */
export const rule = defineRule<{ node: string; near: string | undefined }>({
  code: 'location-unknown-node',
  severity: 'warning',
  message: ({ node }) => `no node is called ${quote(node)}: Pacemaker ignores the location without a word`,
  hint: ({ near }) =>
    near === undefined ? 'name one of <nodes>, or remove it' : `did you mean ${quote(near)}?`,
  visit: {
    rsc_location: (place, { facts, report }) => {
      const { node } = place.element
      const names = facts.nodeNames()
      if (node === undefined || names.size === 0 || names.has(node.toLowerCase())) return
      report({ place, attribute: 'node' }, { node, near: nearest(node, facts.nodes.keys()) })
    },
  },
})

export const docs: RuleDocs = {
  about: 'A location names a node that is not in the cluster, nor a remote or guest node of it.',
  why: 'The preference or ban does nothing. The resource runs on the node from which it was to be kept, and nothing is logged.',
  source: 'tried with crm_verify 2.1.5, which prints nothing',
  pacemaker: { does: 'ignores the location', versions: '1.1.18 and later' },
  wrong: `cluster({
  nodes: ['node1', 'node2'],
  resources: [systemd('web')],
  constraints: [location('web', 'noed1')],
})`,
  right: `cluster({
  nodes: ['node1', 'node2'],
  resources: [systemd('web')],
  constraints: [location('web', 'node1')],
})`,
  fix: 'pcs constraint delete location-web-noed1-INFINITY; pcs constraint location web prefers node1',
}
