/** What the live tests bring up: two virtual IPs bound to HAProxy, and a service with a promoted instance. */
import { clone, cluster, colocation, ocf, order, promotable, systemd, vipWithHaproxy } from 'lightcib'

const haproxy = clone(systemd('haproxy', { operations: { monitor: { interval: '5s', timeout: '20s' } } }), {
  meta: { interleave: true },
})
const vips = (['10.77.0.100', '10.77.0.101'] as const).map((ip) =>
  ocf.heartbeat.IPaddr2(
    `ip-${ip}` as const,
    { ip, cidr_netmask: 24 },
    { operations: { monitor: { interval: '5s' } } },
  ),
)
const store = promotable(
  ocf.pacemaker.Stateful(
    'store',
    {},
    {
      operations: {
        monitor: [
          { interval: '10s', role: 'Promoted' },
          { interval: '11s', role: 'Unpromoted' },
        ],
      },
    },
  ),
)

export default cluster({
  name: 'live',
  nodes: ['node1', 'node2', 'node3'],
  properties: { 'stonith-enabled': false },
  resources: [haproxy, ...vips, store],
  constraints: [
    ...vips.map((vip) => order(vip, haproxy, { kind: 'Optional' })),
    ...vips.map((vip) => colocation(vip, haproxy)),
  ],
  corosync: { totem: { token: 2000 }, crypto: { cipher: 'aes256', hash: 'sha256' } },
  policies: [vipWithHaproxy()],
})
