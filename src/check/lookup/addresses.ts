import { agentOf, type Cluster, type Primitive, type Template } from '../../model/index.js'
import { agentWithTemplate } from '../../model/templates.js'

/** How an agent is given the address that it manages. */
interface AddressAgent {
  /** The name of the parameter. */
  readonly address: string
  /** IP versions that it takes. */
  readonly versions: readonly number[]
  readonly expected: string
  /** True where the length of the prefix may be part of the address. */
  readonly withPrefix?: boolean
  /** True where the address is one of the node's, so that it may be there twice. */
  readonly isShared?: boolean
}

const either = { versions: [4, 6], expected: 'an IPv4 or IPv6 address' } as const

const agents: Readonly<Record<string, AddressAgent>> = {
  'ocf:heartbeat:IPaddr2': { address: 'ip', ...either },
  'ocf:heartbeat:IPaddr': { address: 'ip', versions: [4], expected: 'an IPv4 address' },
  'ocf:heartbeat:IPv6addr': {
    address: 'ipv6addr',
    versions: [6],
    expected: 'an IPv6 address',
    withPrefix: true,
  },
  'ocf:heartbeat:IPsrcaddr': { address: 'ipaddress', ...either, isShared: true },
}

/** How the agent of a resource is given its address; undefined for agents that manage none. */
export function addressAgentOf(cluster: Cluster, service: Primitive | Template): AddressAgent | undefined {
  const name = service.element === 'primitive' ? agentWithTemplate(cluster, service) : agentOf(service)
  return Object.hasOwn(agents, name) ? agents[name] : undefined
}

const ipv4 = /^(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?:\.(?!$)|$)){4}$/

/** The version of an IP address, which may name a zone (`fe80::1%eth0`); 0 for what is no address. */
export function ipVersion(text: string): 0 | 4 | 6 {
  if (ipv4.test(text)) return 4
  const address = /^([\da-f:.]+)(?:%[\w.:-]+)?$/i.exec(text)?.[1]
  return address?.includes(':') && URL.canParse(`http://[${address}]`) ? 6 : 0
}
