import { dslString, quote, shellWord } from '../../../diagnostics/quote.js'
import { pathOfId } from '../../../model/walk.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'
import { servicesOfType } from '../../services.js'

/** What answers the load balancer of a cloud, which sends clients there, placed with nothing. */
export const rule = defineRule<{ id: string; agent: string; address: string | undefined }>({
  code: 'probe-alone',
  severity: 'warning',
  message: ({ id, agent }) =>
    `nothing is placed with ${quote(id)} of ${agent}: the load balancer sends clients to a node where the service need not run`,
  hint: ({ id, address = 'SERVICE' }, language) =>
    language === 'dsl'
      ? `put both in a group, or add colocation(${dslString(id)}, ${dslString(address)})`
      : `pcs constraint colocation add ${shellWord(id)} with ${shellWord(address)}`,
  check: ({ cluster, facts, report }) => {
    const probes = servicesOfType(cluster, ['azure-lb', 'gcp-ilb'])
    if (probes.length === 0) return
    const [address] = servicesOfType(cluster, ['IPaddr2', 'IPaddr'])
    for (const { id, agent, entry } of probes) {
      if (entry.parent !== undefined) continue
      const isPlaced = facts
        .links()
        .some(({ dependent, primary }) => dependent === entry || primary === entry)
      if (!isPlaced) report(pathOfId(cluster, id), { id, agent, address: address?.id })
    }
  },
})

export const docs: RuleDocs = {
  about: 'A resource that answers the health probe of a load balancer (azure-lb, gcp-ilb) has no colocation.',
  why: 'In a cloud the address does not decide where clients arrive: the load balancer asks each node, and sends them to the one that answers. Where the answer comes from another node than the service, nobody reaches it, while Pacemaker shows all resources as started.',
  source:
    'Microsoft, high availability for SAP and SQL on Linux in Azure (azure-lb in the group of the address); ocf:heartbeat:azure-lb',
  wrong: `cluster({
  resources: [
    ocf.heartbeat.IPaddr2('vip', { ip: '192.0.2.6' }),
    primitive('probe', 'ocf:heartbeat:azure-lb', { port: 62500 }),
  ],
})`,
  right: `cluster({
  resources: [
    group('front', [
      ocf.heartbeat.IPaddr2('vip', { ip: '192.0.2.6' }),
      primitive('probe', 'ocf:heartbeat:azure-lb', { port: 62500 }),
    ]),
  ],
})`,
  fix: 'pcs constraint colocation add probe with vip',
}
