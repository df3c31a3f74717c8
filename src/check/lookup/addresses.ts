import { agentOf, type Cluster, type Primitive, type Template } from '../../model/index.js'
import { agentWithTemplate } from './agents.js'

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
