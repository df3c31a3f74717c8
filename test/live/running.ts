import { expect } from 'vitest'
import type { Machines } from './machines.js'

const addresses = ['10.77.0.100', '10.77.0.101']

/** HAProxy as an operator configures it: on port 80 it says which node it runs on. */
export const haproxyConfiguration = `global
  maxconn 1000
defaults
  mode http
  timeout connect 1s
  timeout client 5s
  timeout server 5s
frontend all
  bind *:80
  http-request return status 200 content-type text/plain lf-string "served by %H\\n"
`

/** Waits until the cluster has nothing left to do; a controller that is just starting or elected does not answer, and is asked again. */
export function settle(machines: Machines, node: string): void {
  machines.ask(node, 'timeout 280 bash -c "until crm_resource --wait --timeout=240s; do sleep 1; done"')
}

/** The node that has the address; fails where it is on none or on several. */
export function nodeOf(machines: Machines, address: string, nodes = machines.names): string {
  const found = nodes.filter((node) => machines.ask(node, `ip -oneline address show to ${address}`) !== '')
  expect(found, `the nodes that have ${address}`).toHaveLength(1)
  return found[0] as string
}

/** What comes from port 80 of an address, asked from a node. */
export function fetchFrom(machines: Machines, node: string, address: string): string {
  const ask = `exec 3<>/dev/tcp/${address}/80; printf 'GET / HTTP/1.0\\r\\n\\r\\n' >&3; tail -n 1 <&3`
  return machines.on(node, `timeout 5 bash --norc -c "${ask.replaceAll('$', '\\$')}"`).stdout.trim()
}

/** The whole cluster of cluster.ts runs as it should, on every node. */
export function expectRunning(machines: Machines): void {
  for (const address of addresses) {
    const node = nodeOf(machines, address)
    for (const from of machines.names) {
      expect(fetchFrom(machines, from, address), `${address} asked from ${from}`).toBe(`served by ${node}`)
    }
  }
  const places = (id: string) =>
    machines.ask('node1', `crm_resource --locate --resource ${id}`).split('\n').sort()
  expect(places('haproxy-clone')).toHaveLength(3)
  expect(places('store-clone')).toHaveLength(3)
  expect(places('store-clone').filter((line) => /Promoted$/.test(line))).toHaveLength(1)
  for (const node of machines.names) {
    expect(machines.on(node, 'systemctl is-enabled haproxy').stdout.trim()).toBe('disabled')
    expect(machines.ask(node, 'systemctl is-enabled corosync pacemaker')).toBe('enabled\nenabled')
    machines.ask(node, 'test -e /run/systemd/system/haproxy.service.d/50-pacemaker.conf')
  }
}

/** All that a second run could change: the CIB, the files, and which processes run since when. */
export function stateOf(machines: Machines): readonly string[] {
  const cib = machines.ask('node1', 'cibadmin --query --scope configuration; cibadmin --query | head -n 1')
  const nodes = machines.names.map((node) =>
    machines.ask(
      node,
      `md5sum /etc/corosync/corosync.conf /etc/corosync/authkey /var/lib/pcsd/known-hosts
      getent shadow hacluster
      systemctl list-unit-files --no-legend haproxy.service corosync.service pacemaker.service pcsd.service
      ps -o pid,lstart,comm -C corosync,pacemakerd,pcsd,haproxy
      ip -oneline address show`,
    ),
  )
  return [cib, ...nodes]
}
