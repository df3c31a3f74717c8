import { clone, cluster, colocation, ocf, order, primitive, secret, systemd, vipWithHaproxy } from 'lightcib'

const addresses = { node1: ['10.0.0.1'], node2: ['10.0.0.2'], node3: ['10.0.0.3'] }
const names = ['node1', 'node2', 'node3'] as const
const monitor = { operations: { monitor: { interval: '10s' } } }

/** One device a node: the address of its management board, and a password that is not in this file. */
const fencing = names.map((node, index) =>
  primitive(
    `fence-${node}`,
    'stonith:fence_ipmilan',
    {
      ip: `10.0.9.${index + 1}`,
      username: 'fencing',
      password: secret('ipmi'),
      lanplus: true,
      pcmk_host_list: node,
    },
    { operations: { monitor: { interval: '60s' } } },
  ),
)

const haproxy = clone(systemd('haproxy', monitor), { meta: { interleave: true } })
const vip = ocf.heartbeat.IPaddr2('vip', { ip: '10.0.0.100', cidr_netmask: 24 }, monitor)

export default cluster({
  name: 'web',
  nodes: names,
  corosync: { transport: 'knet', addresses, crypto: { cipher: 'aes256', hash: 'sha256' } },
  rscDefaults: { 'resource-stickiness': 100 },
  resources: [...fencing, haproxy, vip],
  constraints: [order(vip, haproxy, { kind: 'Optional' }), colocation(vip, haproxy)],
  policies: [vipWithHaproxy()],
})
