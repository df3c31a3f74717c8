import { quote, quoteAll } from '../../../diagnostics/quote.js'
import { staticHostsOf } from '../../../graph/location/fence-hosts.js'
import type { Cluster } from '../../../model/index.js'
import { pathOfId } from '../../../model/walk.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'
import { fenceDevicesOf, memberNodesOf, type Service } from '../../services.js'

/** Agents for the controller of one machine, which is all that they can switch. */
const ofOneMachine =
  /^(fence_(ipmilan|idrac|ilo\d*(_\w+)?|imm|drac5?|ibmz|rsa|redfish|ilo_moonshot)|external\/(ipmi|riloe|drac5|ibmrsa.*)|ipmilan)$/

/** One controller that is to switch several machines. */
export const rule = defineRule<{ id: string; address: string; hosts: readonly string[]; other?: string }>({
  code: 'fence-power-shared',
  severity: 'warning',
  message: ({ id, address, hosts, other }) =>
    other === undefined
      ? `${quote(id)} fences ${quoteAll(hosts)} by the controller ${quote(address)} of one machine: all but one of them stay alive, and another is switched off`
      : `${quote(id)} and ${quote(other)} fence ${quoteAll(hosts)} by the same controller ${quote(address)}: all but one of them stay alive, and another is switched off`,
  hint: () =>
    'write a device for each node, with the address of its own controller and the node in pcmk_host_list',
  check: ({ cluster, report }) => {
    const seen = new Map<string, { readonly id: string; readonly hosts: readonly string[] }>()
    for (const device of fenceDevicesOf(cluster)) {
      const { id, agent } = device
      const address = addressOf(device)
      if (address === undefined || !ofOneMachine.test(agent.slice('stonith:'.length)) || hasPort(device))
        continue
      const hosts = [...(staticHostsOf(device.parameter) ?? unlistedHosts(device, cluster))]
      const other = seen.get(address)
      if (hosts.length > 1) report(pathOfId(cluster, id), { id, address, hosts })
      else if (other !== undefined && hosts[0] !== undefined && !other.hosts.includes(hosts[0])) {
        report(pathOfId(cluster, id), { id, address, hosts: [...other.hosts, ...hosts], other: other.id })
      }
      if (other === undefined) seen.set(address, { id, hosts })
    }
  },
})

/** Without a list such an agent is asked for the state of any node, and answers for its own machine: all nodes. */
function unlistedHosts({ agent, parameter }: Service, cluster: Cluster): readonly string[] {
  const isListed = ['pcmk_host_list', 'pcmk_host_map'].some((name) => parameter(name) !== undefined)
  const canList = !agent.startsWith('stonith:fence_') || /_(ibmz|drac5|ilo_moonshot|rsa)$/.test(agent)
  if (isListed || canList || parameter('pcmk_host_check') === 'dynamic-list') return []
  return memberNodesOf(cluster).map(({ uname = '' }) => uname)
}

function addressOf({ parameter }: Service): string | undefined {
  const address = parameter('ip') ?? parameter('ipaddr')
  return address === undefined ? undefined : `${address}${portOf(parameter)}`
}

/** Several controllers may be behind one address, each at a port of its own. */
function portOf(parameter: Service['parameter']): string {
  const port = parameter('ipport')
  return port === undefined ? '' : `:${port}`
}

/** A chassis or a gateway asks which machine is meant. */
function hasPort({ parameter }: Service): boolean {
  return ['plug', 'systems_uri', 'target'].some((name) => parameter(name) !== undefined)
}

export const docs: RuleDocs = {
  about:
    'A fencing device for the controller of one machine (IPMI, iDRAC, iLO, IMM) is to fence several nodes.',
  why: 'Such a controller switches the machine that it is built into, whatever node it is asked for. Pacemaker believes that the other node is off and starts its resources a second time, while that node still writes to the shared disks.',
  source:
    'fence_ipmilan and fence_idrac metadata (ip: the controller of the machine); Clusters from Scratch, configuring fencing with IPMI',
  wrong: `cluster({
  properties: { 'stonith-enabled': true },
  resources: [primitive('fence', 'stonith:fence_ipmilan', { ip: '192.0.2.11', pcmk_host_list: 'node1 node2' })],
})`,
  right: `cluster({
  properties: { 'stonith-enabled': true },
  resources: [
    primitive('fence1', 'stonith:fence_ipmilan', { ip: '192.0.2.11', pcmk_host_list: 'node1' }),
    primitive('fence2', 'stonith:fence_ipmilan', { ip: '192.0.2.12', pcmk_host_list: 'node2' }),
  ],
})`,
  fix: 'pcs stonith update fence pcmk_host_list=node1; pcs stonith create fence2 fence_ipmilan ip=192.0.2.12 pcmk_host_list=node2',
}
