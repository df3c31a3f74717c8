import { clone, cluster, colocation, group, ocf, order, primitive, systemd, vipWithHaproxy } from 'lightcib'

const monitor = { operations: { monitor: { interval: '10s' } } }

const fence = primitive('fence', 'stonith:fence_xvm', { pcmk_host_list: 'node1 node2 node3' })

/** The balancer on every node, and the address of the shop where it runs. */
const haproxy = clone(systemd('haproxy', monitor), { meta: { interleave: true } })
const vip = ocf.heartbeat.IPaddr2('vip', { ip: '192.0.2.10', cidr_netmask: 24 }, monitor)

/** The nightly export: its volume, then the service. */
const volume = primitive(
  'volume',
  'ocf:heartbeat:Filesystem',
  { device: '/dev/export', directory: '/srv/export', fstype: 'xfs' },
  {
    operations: {
      start: { timeout: '60s' },
      stop: { timeout: '60s' },
      monitor: { interval: '20s', timeout: '40s' },
    },
  },
)
const exporter = systemd('exporter', monitor)

export default cluster({
  name: 'shop',
  nodes: ['node1', 'node2', 'node3'],
  rscDefaults: { 'resource-stickiness': 100 },
  resources: [fence, haproxy, vip, group('export', [volume, exporter])],
  constraints: [
    order(vip, haproxy, { kind: 'Optional' }),
    colocation(vip, haproxy),
    colocation('export', 'vip', { score: -100 }),
  ],
  policies: [vipWithHaproxy()],
})
