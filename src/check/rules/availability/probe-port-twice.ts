import { quote, shellWord } from '../../../diagnostics/quote.js'
import { pathOfId } from '../../../model/walk.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'
import { servicesOfType } from '../../services.js'

/** Two answers for load balancers on one port. */
export const rule = defineRule<{ id: string; other: string; port: string }>({
  code: 'probe-port-twice',
  severity: 'warning',
  message: ({ id, other, port }) =>
    `${quote(id)} answers the load balancer on port ${quote(port)}, as ${quote(other)} does: on one node only one of them can start, and the load balancer takes each for both`,
  hint: ({ id }, language) =>
    language === 'dsl' ? 'give each a port of its own' : `pcs resource update ${shellWord(id)} port=NUMBER`,
  check: ({ cluster, report }) => {
    for (const [type, byDefault] of [
      ['azure-lb', '61000'],
      ['gcp-ilb', '60000'],
    ] as const) {
      const seen = new Map<string, string>()
      for (const { id, parameter } of servicesOfType(cluster, [type])) {
        const port = parameter('port') ?? byDefault
        const other = seen.get(port)
        if (other === undefined) seen.set(port, id)
        else report(pathOfId(cluster, id), { id, other, port })
      }
    }
  },
})

export const docs: RuleDocs = {
  about:
    'Two resources that answer the health probe of a load balancer (azure-lb, gcp-ilb) use the same port.',
  why: 'The load balancer finds the node of an address by the port that answers. With one port for two addresses, clients of both are sent to the node of either; after a failover both are on one node, and the second cannot open the port.',
  source:
    'Microsoft, SAP ASCS/ERS on Linux in Azure (a probe port for each frontend address); ocf:heartbeat:azure-lb',
  wrong: `cluster({
  resources: [
    group('ascs', [
      ocf.heartbeat.IPaddr2('vip-ascs', { ip: '192.0.2.6' }),
      primitive('probe-ascs', 'ocf:heartbeat:azure-lb', { port: 62000 }),
    ]),
    group('ers', [
      ocf.heartbeat.IPaddr2('vip-ers', { ip: '192.0.2.7' }),
      primitive('probe-ers', 'ocf:heartbeat:azure-lb', { port: 62000 }),
    ]),
  ],
})`,
  right: `cluster({
  resources: [
    group('ascs', [
      ocf.heartbeat.IPaddr2('vip-ascs', { ip: '192.0.2.6' }),
      primitive('probe-ascs', 'ocf:heartbeat:azure-lb', { port: 62000 }),
    ]),
    group('ers', [
      ocf.heartbeat.IPaddr2('vip-ers', { ip: '192.0.2.7' }),
      primitive('probe-ers', 'ocf:heartbeat:azure-lb', { port: 62101 }),
    ]),
  ],
})`,
  fix: 'pcs resource update probe-ers port=62101',
}
