import { quote, shellWord } from '../../../diagnostics/quote.js'
import { booleanOf, type ClusterNode, nodesOf, nvpairValue } from '../../../model/index.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'

/** A node that runs nothing. */
export const rule = defineRule<{ node: string; all: boolean }>({
  code: 'left-in-standby',
  severity: 'info',
  message: ({ node, all }) =>
    all
      ? `node ${quote(node)} is in standby like all the others: no resource runs anywhere`
      : `node ${quote(node)} is in standby: it runs no resource, so nothing can fail over to it`,
  hint: ({ node }, language) =>
    language === 'dsl'
      ? 'remove the attribute standby when the work is done'
      : `when the work is done: pcs node unstandby ${shellWord(node)}`,
  visit: {
    node: (place, { cluster, report }) => {
      if (!isStandby(place.element)) return
      const all = nodesOf(cluster).every(isStandby)
      report(place, { node: place.element.uname ?? '', all }, all ? 'warning' : 'info')
    },
  },
})

function isStandby({ instanceAttributes }: ClusterNode): boolean {
  return booleanOf(nvpairValue(instanceAttributes, 'standby')) === true
}

export const docs: RuleDocs = {
  about: 'A node is in standby. It is a warning where all are.',
  why: 'Standby survives a reboot of the node. A cluster of two nodes with one of them in standby has no redundancy left.',
  source: 'pcs(8), node standby; PAF administration guide for CentOS 7, upgrading a node',
  wrong: `cluster({
  nodes: ['node1', { uname: 'node2', attributes: { standby: 'on' } }],
  resources: [ocf.heartbeat.IPaddr2('vip', { ip: '192.0.2.6' })],
})`,
  right: `cluster({
  nodes: ['node1', 'node2'],
  resources: [ocf.heartbeat.IPaddr2('vip', { ip: '192.0.2.6' })],
})`,
  fix: 'pcs node unstandby node2',
}
