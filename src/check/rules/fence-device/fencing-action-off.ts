import { quote } from '../../../diagnostics/quote.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'

/** Nodes that stay off. */
export const rule = defineRule<{ action: string }>({
  code: 'fencing-action-off',
  severity: 'info',
  message: ({ action }) =>
    `stonith-action is ${quote(action)}: a fenced node stays off until somebody switches it on, and the cluster has one node less`,
  hint: (_, language) =>
    language === 'dsl'
      ? 'leave stonith-action out if nodes are to come back by themselves'
      : 'pcs property unset stonith-action if nodes are to come back by themselves',
  check: ({ facts, report }) => {
    const action = facts.option('stonith-action')
    if (action !== undefined && /^(off|poweroff)$/i.test(action))
      report('/cib/configuration/crm_config', { action })
  },
})

export const docs: RuleDocs = {
  about: '`stonith-action` is off: fenced nodes do not come back.',
  why: 'The setting prevents a node from being fenced again and again. Its price is that a second failure finds a cluster that is already one node short; with two nodes nothing is left to fail over to.',
  source: 'pacemaker-schedulerd(7), stonith-action; Clusters from Scratch',
  wrong: `cluster({
  properties: { 'stonith-enabled': true, 'stonith-action': 'off' },
  resources: [primitive('fence', 'stonith:fence_xvm', { pcmk_host_list: 'node1 node2 node3' })],
})`,
  right: `cluster({
  properties: { 'stonith-enabled': true, 'stonith-action': 'reboot' },
  resources: [primitive('fence', 'stonith:fence_xvm', { pcmk_host_list: 'node1 node2 node3' })],
})`,
  fix: 'pcs property unset stonith-action',
}
