import { nodesOf } from '../../../model/index.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'
import { servicesOf } from '../../services.js'

/** Capacities of nodes and resources that nothing looks at. */
export const rule = defineRule<object>({
  code: 'utilization-unused',
  severity: 'warning',
  message: () =>
    'nodes and resources have a utilization, and placement-strategy is "default": Pacemaker places as many resources on a node as it likes',
  hint: (_, language) =>
    language === 'dsl'
      ? "set 'placement-strategy': 'balanced' in properties"
      : 'pcs property set placement-strategy=balanced',
  check: ({ cluster, facts, report }) => {
    if ((facts.option('placement-strategy') ?? 'default') !== 'default') return
    const hasCapacity = nodesOf(cluster).some(({ utilization }) => utilization.length > 0)
    const isNeeded = () => servicesOf(cluster).some(({ primitive }) => primitive.utilization.length > 0)
    if (hasCapacity && isNeeded()) report('/cib/configuration/crm_config', {})
  },
})

export const docs: RuleDocs = {
  about:
    'Nodes and resources have a utilization, and the placement strategy is the default one, which ignores it.',
  why: 'The numbers look like limits and are none: all resources may be started on the one node that is left, which runs out of memory.',
  source: 'Pacemaker Explained, utilization and placement strategy',
  pacemaker: { does: 'ignores the utilization of nodes and resources', versions: 'all' },
  wrong: `cluster({
  nodes: [{ id: '1', uname: 'node1', utilization: { memory: 8192 } }],
  resources: [systemd('db', { utilization: { memory: 4096 } })],
})`,
  right: `cluster({
  nodes: [{ id: '1', uname: 'node1', utilization: { memory: 8192 } }],
  properties: { 'placement-strategy': 'balanced' },
  resources: [systemd('db', { utilization: { memory: 4096 } })],
})`,
  fix: 'pcs property set placement-strategy=balanced',
}
