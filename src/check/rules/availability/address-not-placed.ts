import { dslString, quote, shellWord } from '../../../diagnostics/quote.js'
import { runsOnSeveralNodes } from '../../../graph/resource/members.js'
import { type ResourceEntry, topOf } from '../../../graph/resource/resource-index.js'
import { pathOfId } from '../../../model/walk.js'
import { neighbours, reaches } from '../../lookup/dependencies.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'
import { ordersOf, servicesOf, typeOf } from '../../services.js'

/** Agents of addresses, also of those that a cloud moves. */
const addressAgent =
  /^(ns_)?(IPaddr2?|IPv6addr|aws-vpc-move-ip|awsvip|awseip|gcp-vpc-move-(vip|route|ip)|aliyun-vpc-move-ip)$/

/** An address that starts before or after a service, and may run on another node. */
export const rule = defineRule<{ id: string; service: string; order: string }>({
  code: 'address-not-placed',
  severity: 'warning',
  message: ({ id, service, order }) =>
    `order ${quote(order)} starts ${quote(id)} and ${quote(service)} one after the other, and no colocation places them together: the address may be on a node where the service is not`,
  hint: ({ id, service }, language) =>
    language === 'dsl'
      ? `add colocation(${dslString(id)}, ${dslString(service)})`
      : `pcs constraint colocation add ${shellWord(id)} with ${shellWord(service)}`,
  check: ({ cluster, facts, report }) => {
    const addresses = new Set(
      servicesOf(cluster).flatMap(({ agent, entry }) =>
        entry.parent === undefined && addressAgent.test(typeOf(agent)) ? [entry] : [],
      ),
    )
    if (addresses.size === 0) return
    const together = neighbours(facts)
    const known = new Set<ResourceEntry>()
    for (const { id: order = '', first, then } of ordersOf(cluster)) {
      const sides = [facts.index.resolve(first), facts.index.resolve(then)]
      const address = sides.find((side) => side !== undefined && addresses.has(side))
      const service = sides.find((side) => side !== undefined && side !== address)
      if (address === undefined || service === undefined || known.has(address)) continue
      if (addresses.has(service) || runsOnSeveralNodes(topOf(service))) continue
      if (reaches(address, new Set([topOf(service)]), together)) continue
      known.add(address)
      report(pathOfId(cluster, address.id), { id: address.id, service: service.id, order })
    }
  },
})

export const docs: RuleDocs = {
  about: 'An order names an address and a service, and no colocation places the two together.',
  why: 'An order decides when, not where. Pacemaker spreads resources over the nodes, and the address answers on a node where nothing listens, while all resources are shown as started.',
  source: 'Clusters from Scratch, ensuring that resources run on the same host',
  wrong: `cluster({
  resources: [ocf.heartbeat.IPaddr2('vip', { ip: '192.0.2.6' }), systemd('web')],
  constraints: [order('vip', 'web')],
})`,
  right: `cluster({
  resources: [ocf.heartbeat.IPaddr2('vip', { ip: '192.0.2.6' }), systemd('web')],
  constraints: [order('vip', 'web'), colocation('vip', 'web')],
})`,
  fix: 'pcs constraint colocation add vip with web',
}
