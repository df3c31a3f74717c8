import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'
import { memberNodesOf } from '../../services.js'

/** Every part of a split cluster goes on alone. */
export const rule = defineRule<{ nodes: number; isFencing: boolean }>({
  code: 'quorum-ignored',
  severity: 'warning',
  message: ({ nodes, isFencing }) =>
    `no-quorum-policy is ignore: ${
      nodes === 2
        ? 'when the two nodes lose sight of each other, both run everything'
        : `each part of the ${nodes} nodes runs everything when the network splits`
    }${isFencing ? ', until one has fenced the other' : ', and nothing fences the other'}`,
  hint: ({ nodes }, language) => {
    const remove = language === 'dsl' ? 'leave no-quorum-policy out' : 'pcs property unset no-quorum-policy'
    return nodes === 2
      ? `${remove}; corosync.conf gives one of two nodes quorum by "two_node: 1", which pcs sets`
      : remove
  },
  check: ({ cluster, facts, report }) => {
    const nodes = memberNodesOf(cluster).length
    if (facts.option('no-quorum-policy')?.toLowerCase() !== 'ignore' || nodes < 2) return
    const isFencing = facts.isOn('stonith-enabled', true)
    report(
      '/cib/configuration/crm_config',
      { nodes, isFencing },
      nodes === 2 && isFencing ? 'info' : 'warning',
    )
  },
})

export const docs: RuleDocs = {
  about: 'Quorum is ignored (`no-quorum-policy=ignore`). With two nodes and fencing it is an info.',
  why: 'The setting is from the time before corosync 2, when one of two nodes could not have quorum. Today corosync has "two_node" for that (not visible in a CIB). With three nodes or more, or without fencing, ignoring quorum means that a network failure starts every service twice: split brain.',
  source:
    'crm_no_quorum_policy(7) of ClusterTools2 (two_node is recommended instead since SLE HA 12 SP2; never with more than two nodes)',
  wrong: `cluster({
  properties: { 'no-quorum-policy': 'ignore' },
  resources: [ocf.heartbeat.IPaddr2('vip', { ip: '192.0.2.6' })],
})`,
  right: `cluster({
  properties: { 'no-quorum-policy': 'stop' },
  resources: [ocf.heartbeat.IPaddr2('vip', { ip: '192.0.2.6' })],
})`,
  fix: 'pcs property unset no-quorum-policy',
}
