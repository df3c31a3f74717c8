import { quote } from '../../../diagnostics/quote.js'
import { scoreOf } from '../../../model/index.js'
import { durationMs } from '../../../options/values.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'

/** A delay by priority where no resource has one. */
export const rule = defineRule<{ delay: string }>({
  code: 'priority-delay-unused',
  severity: 'warning',
  message: ({ delay }) =>
    `priority-fencing-delay ${quote(delay)} has no effect: no resource has a priority, so all nodes are worth the same`,
  hint: (_, language) =>
    language === 'dsl' ? 'set rscDefaults: { priority: 1 }' : 'pcs resource defaults update priority=1',
  check: ({ facts, report }) => {
    const delay = facts.option('priority-fencing-delay')
    if (delay === undefined || (durationMs(delay) ?? 0) === 0) return
    for (const entry of facts.index.entries) {
      if (scoreOf(facts.meta(entry, 'priority')) !== 0) return
    }
    report('/cib/configuration/crm_config', { delay })
  },
})

export const docs: RuleDocs = {
  about: '`priority-fencing-delay` is set, and no resource has a `priority`.',
  why: 'The delay protects the node whose resources have the higher sum of priorities. Priorities are 0 by default, and with equal sums Pacemaker uses the delays of the devices instead, so that the two nodes can fence each other as before.',
  source:
    'Pacemaker commit 6a7ed5b; announcement of Pacemaker 2.0.4 on the users list of ClusterLabs, 2020-03-21',
  wrong: `cluster({
  nodes: ['node1', 'node2'],
  properties: { 'priority-fencing-delay': '15s' },
  resources: [ocf.heartbeat.IPaddr2('vip', { ip: '192.0.2.6' })],
})`,
  right: `cluster({
  nodes: ['node1', 'node2'],
  properties: { 'priority-fencing-delay': '15s' },
  rscDefaults: { priority: 1 },
  resources: [ocf.heartbeat.IPaddr2('vip', { ip: '192.0.2.6' })],
})`,
  fix: 'pcs resource defaults update priority=1',
}
