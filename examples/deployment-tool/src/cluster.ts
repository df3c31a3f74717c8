import {
  type Cluster,
  clone,
  cluster,
  colocation,
  ocf,
  order,
  primitive,
  systemd,
  vipWithHaproxy,
} from 'lightcib'
import type { Settings } from './settings.js'

const monitor = { operations: { monitor: { interval: '10s' } } }

/** The cluster of a site: HAProxy on every node, and virtual IPs that are only where it runs. */
export function clusterOf({ name, nodes, addresses }: Settings): Cluster {
  const fence = primitive('fence', 'stonith:fence_xvm', { pcmk_host_list: nodes.join(' ') })
  const haproxy = clone(systemd('haproxy', monitor), { meta: { interleave: true } })
  const vips = Object.entries(addresses).map(([id, ip]) =>
    ocf.heartbeat.IPaddr2(`vip-${id}`, { ip, cidr_netmask: 24 }, monitor),
  )
  return cluster({
    name,
    nodes,
    rscDefaults: { 'resource-stickiness': 100 },
    resources: [fence, haproxy, ...vips],
    constraints: vips.flatMap((vip) => [order(vip, haproxy, { kind: 'Optional' }), colocation(vip, haproxy)]),
    policies: [vipWithHaproxy()],
  })
}
