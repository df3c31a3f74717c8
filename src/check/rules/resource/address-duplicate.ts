import { quote } from '../../../diagnostics/quote.js'
import { type Bundle, placesOf } from '../../../model/index.js'
import { parameterOf } from '../../../model/templates.js'
import { addressAgentOf, ipVersion } from '../../lookup/addresses.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'

/** One address managed by two resources. */
export const rule = defineRule<{ id: string; address: string; first: string }>({
  code: 'address-duplicate',
  severity: 'warning',
  message: ({ id, address, first }) =>
    `${quote(id)} has the address ${quote(address)} of ${quote(first)}: on two nodes they answer for each other, and on one the first to stop takes it from both`,
  hint: ({ id }) => `give ${quote(id)} an address of its own`,
  check: ({ cluster, report }) => {
    const seen = new Map<string, string>()
    for (const { element } of placesOf(cluster, 'bundle')) {
      for (const address of addressesOf(element))
        seen.set(`${address} `, seen.get(`${address} `) ?? element.id)
    }
    for (const place of placesOf(cluster, 'bundle')) {
      const { id } = place.element
      const address = addressesOf(place.element).find((each) => seen.get(`${each} `) !== id)
      const first = address === undefined ? undefined : seen.get(`${address} `)
      if (address !== undefined && first !== undefined) report(place, { id, address, first })
    }
    for (const place of placesOf(cluster, 'primitive')) {
      const agent = addressAgentOf(cluster, place.element)
      if (agent === undefined || agent.isShared === true) continue
      const { id } = place.element
      const address = parameterOf(cluster, place.element, agent.address)?.replace(/\/\d+$/, '') ?? ''
      if (ipVersion(address) === 0) continue
      const namespace = parameterOf(cluster, place.element, 'network_namespace') ?? ''
      const key = `${normalized(address)} ${namespace}`
      const first = seen.get(key)
      if (first === undefined) seen.set(key, id)
      else report(place, { id, address, first })
    }
  },
})

/** The IPv4 addresses of the replicas of a bundle, which count from the first. */
function addressesOf({ network, container }: Bundle): readonly string[] {
  const start = network?.ipRangeStart ?? ''
  if (ipVersion(start) !== 4) return []
  const [, prefix = '', last = ''] = /^(.*\.)(\d+)$/.exec(start) ?? []
  const replicas = Number.parseInt(container.replicas ?? container.promotedMax ?? '1', 10) || 1
  const count = Math.min(replicas, 256 - Number(last))
  return Array.from({ length: Math.max(count, 1) }, (_, at) => `${prefix}${Number(last) + at}`)
}

/** The one form of an IPv6 address that has many. */
function normalized(address: string): string {
  return ipVersion(address) === 6 ? new URL(`http://[${address.replace(/%.*$/, '')}]`).hostname : address
}

export const docs: RuleDocs = {
  about: 'Two resources, or replicas of bundles, have the same address.',
  why: 'On two nodes, both answer for it, and clients reach now one and now the other. On one node, stopping either takes the address away from both.',
  source: 'metadata of ocf:heartbeat:IPaddr2',
  wrong: `cluster({
  resources: [
    ocf.heartbeat.IPaddr2('public', { ip: '192.0.2.6' }),
    ocf.heartbeat.IPaddr2('admin', { ip: '192.0.2.6' }),
  ],
})`,
  right: `cluster({
  resources: [
    ocf.heartbeat.IPaddr2('public', { ip: '192.0.2.6' }),
    ocf.heartbeat.IPaddr2('admin', { ip: '192.0.2.7' }),
  ],
})`,
  fix: 'pcs resource update admin ip=192.0.2.7',
}
