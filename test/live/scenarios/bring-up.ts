import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Cluster, toBootstrap } from 'lightcib'
import { root } from '../../support/tools.js'
import { Machines } from '../machines.js'
import { haproxyConfiguration } from '../running.js'
import { runWatching } from '../runs.js'
import { addPackages, unit } from '../services.js'
import { agentsOf, unitsOf } from './source.js'

/** The API that the client asks: a small server in its place. */
export const apiUnit = 'openstack-nova-api'
const apiServer = '/usr/bin/python3 -m http.server 18774 --directory /var/empty'

/** HAProxy says on port 80 on which node it runs, and leads on port 7379 to the Redis that is promoted, on port 8774 to the API. */
const withServices = (nodes: readonly string[]) => `${haproxyConfiguration}listen redis
  bind *:7379
  mode tcp
  option tcp-check
  tcp-check send info\\ replication\\r\\n
  tcp-check expect string role:master
  tcp-check send quit\\r\\n
  tcp-check expect string +OK
  default-server check inter 1s fall 2 rise 1 on-marked-down shutdown-sessions
${servers(nodes, 6379)}
listen api
  bind *:8774
  mode tcp
  default-server check inter 1s fall 2 rise 1 on-marked-down shutdown-sessions
${servers(nodes, 18774)}
`

function servers(nodes: readonly string[], port: number): string {
  return nodes.map((node, at) => `  server ${node} 10.77.0.${11 + at}:${port}`).join('\n')
}

const redis = ['redis', 'redis-server'] as const

/** What the scenarios are made with, beside machines. */
export const scenarioNeeds = { tools: ['apt-get', 'dpkg', 'tar'], packages: redis }

const realUnits = ['haproxy']
const realAgents = ['heartbeat/IPaddr2', 'heartbeat/Dummy', 'heartbeat/Delay', 'heartbeat/redis']

/** Machines on which a cluster of `placedOn` runs, built by its bootstrap script; and beside it units that systemd runs. */
export async function bringUp(
  nodes: readonly string[],
  cluster: Cluster,
  beside: readonly string[] = [],
): Promise<Machines> {
  const machines = new Machines(nodes)
  const script = toBootstrap(cluster)
  if (script.output === undefined) throw new Error(JSON.stringify(script.diagnostics))
  for (const node of nodes) {
    addPackages(machines, node, redis)
    machines.ask(
      node,
      `useradd --system redis; mkdir -p /var/lib/redis /var/log/redis; chown redis /var/lib/redis /var/log/redis
      sed -i 's/^bind .*/bind 0.0.0.0/; s/^protected-mode .*/protected-mode no/' /etc/redis/redis.conf; chmod a+r /etc/redis/redis.conf
      mkdir -p /usr/lib/ocf/resource.d/neutron /var/empty`,
    )
    for (const agent of agentsOf(cluster))
      if (!realAgents.includes(agent)) writeStandIn(machines, node, `/usr/lib/ocf/resource.d/${agent}`)
    for (const name of [...unitsOf(cluster), ...beside])
      if (!realUnits.includes(name)) writeUnit(machines, node, name)
    if (beside.length > 0)
      machines.ask(node, `systemctl daemon-reload; systemctl enable --now ${beside.join(' ')}`)
    machines.write(node, '/etc/haproxy/haproxy.cfg', withServices(nodes))
    machines.write(node, '/root/bootstrap.sh', script.output)
  }
  const run = async (node: string, options: string) => {
    const command = `systemctl daemon-reload; HACLUSTER_PASSWORD=live bash /root/bootstrap.sh ${options}`
    const { status, stderr } = await runWatching(machines, node, command, () => {})
    if (status !== 0) throw new Error(`${node}: ${stderr}`)
  }
  const [first = '', ...others] = nodes
  await Promise.all(others.map((node) => run(node, '--prepare')))
  await run(first, '--wait 1200')
  return machines
}

function writeStandIn(machines: Machines, node: string, path: string): void {
  machines.write(node, path, readFileSync(join(root, 'test/live/services/stand-in'), 'utf8'))
  machines.ask(node, `chmod 755 ${path}`)
}

function writeUnit(machines: Machines, node: string, name: string): void {
  machines.write(
    node,
    `/etc/systemd/system/${name}.service`,
    unit([`ExecStart=${name === apiUnit ? apiServer : '/bin/sleep inf'}`]),
  )
}
