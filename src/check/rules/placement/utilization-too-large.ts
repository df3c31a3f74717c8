import { quote } from '../../../diagnostics/quote.js'
import { roomOn } from '../../../graph/colocation/room.js'
import { pathOfId } from '../../../model/walk.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'
import { memberNodesOf, servicesOf } from '../../services.js'

/** A resource that needs more than any node has. */
export const rule = defineRule<{ id: string; strategy: string }>({
  code: 'utilization-too-large',
  severity: 'error',
  message: ({ id, strategy }) =>
    `${quote(id)} needs more than any node has in its utilization: with placement-strategy ${quote(strategy)} it can run on no node`,
  hint: () => 'give the nodes the capacities of the same names; one without a value has none',
  check: ({ cluster, facts, report }) => {
    const strategy = facts.option('placement-strategy') ?? 'default'
    const nodes = memberNodesOf(cluster)
    if (strategy === 'default' || nodes.length === 0) return
    if (servicesOf(cluster).some(({ agent }) => agent.endsWith(':NodeUtilization'))) return
    for (const { id, entry } of servicesOf(cluster)) {
      if (nodes.every(({ uname = '' }) => roomOn(entry, uname, cluster) === 'none'))
        report(pathOfId(cluster, id), { id, strategy })
    }
  },
})

export const docs: RuleDocs = {
  about: 'Capacities count, and no node has what a resource needs.',
  why: 'A node that has no value of that name has no room at all. It happens when only the resources get a utilization, or under another name than the nodes: everything stays stopped, without a message.',
  source: 'Pacemaker Explained, utilization and placement strategy; compared with crm_simulate',
  pacemaker: { does: 'leaves the resource stopped without a message', versions: 'all' },
  wrong: `cluster({
  nodes: [{ id: '1', uname: 'node1', utilization: { ram: 8192 } }],
  properties: { 'placement-strategy': 'balanced' },
  resources: [systemd('db', { utilization: { memory: 4096 } })],
})`,
  right: `cluster({
  nodes: [{ id: '1', uname: 'node1', utilization: { memory: 8192 } }],
  properties: { 'placement-strategy': 'balanced' },
  resources: [systemd('db', { utilization: { memory: 4096 } })],
})`,
  fix: 'pcs node utilization node1 memory=8192 ram=',
}
