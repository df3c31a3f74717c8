import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Cluster, toBootstrap } from 'lightcib'
import { root } from '../../support/tools.js'
import { Machines } from '../machines.js'
import { haproxyConfiguration } from '../running.js'
import { runWatching } from '../runs.js'
import { addPackages, unit } from '../services.js'
import { agentsOf, unitsOf } from './source.js'

/** HAProxy says on port 80 on which node it runs, and leads on port 7379 to the Redis that is promoted. */
const withRedis = (nodes: readonly string[]) => `${haproxyConfiguration}listen redis
  bind *:7379
  mode tcp
  option tcp-check
  tcp-check send info\\ replication\\r\\n
  tcp-check expect string role:master
  tcp-check send quit\\r\\n
  tcp-check expect string +OK
  default-server check inter 1s fall 2 rise 1 on-marked-down shutdown-sessions
${nodes.map((node, at) => `  server ${node} 10.77.0.${11 + at}:6379`).join('\n')}
`

const redis = ['redis', 'redis-server'] as const

/** What the scenarios are made with, beside machines. */
export const scenarioNeeds = { tools: ['apt-get', 'dpkg', 'tar'], packages: redis }

const realUnits = ['haproxy']
const realAgents = ['heartbeat/IPaddr2', 'heartbeat/Dummy', 'heartbeat/Delay', 'heartbeat/redis']

/** Machines on which a cluster of `placedOn` runs, built by its bootstrap script. */
export async function bringUp(nodes: readonly string[], cluster: Cluster): Promise<Machines> {
  const machines = new Machines(nodes)
  const script = toBootstrap(cluster)
  if (script.output === undefined) throw new Error(JSON.stringify(script.diagnostics))
  for (const node of nodes) {
    addPackages(machines, node, redis)
    machines.ask(
      node,
      `useradd --system redis; mkdir -p /var/lib/redis /var/log/redis; chown redis /var/lib/redis /var/log/redis
      sed -i 's/^bind .*/bind 0.0.0.0/; s/^protected-mode .*/protected-mode no/' /etc/redis/redis.conf; chmod a+r /etc/redis/redis.conf
      mkdir -p /usr/lib/ocf/resource.d/neutron`,
    )
    for (const agent of agentsOf(cluster))
      if (!realAgents.includes(agent)) writeStandIn(machines, node, `/usr/lib/ocf/resource.d/${agent}`)
    for (const name of unitsOf(cluster)) if (!realUnits.includes(name)) writeUnit(machines, node, name)
    machines.write(node, '/etc/haproxy/haproxy.cfg', withRedis(nodes))
    machines.write(node, '/root/bootstrap.sh', script.output)
  }
  const run = async (node: string, options: string) => {
    const command = `systemctl daemon-reload; HACLUSTER_PASSWORD=live bash /root/bootstrap.sh ${options}`
    const { status, stderr } = await runWatching(machines, node, command, () => {})
    if (status !== 0) throw new Error(`${node}: ${stderr}`)
  }
  const [first = '', ...others] = nodes
  await Promise.all(others.map((node) => run(node, '--prepare')))
  await run(first, '')
  return machines
}

function writeStandIn(machines: Machines, node: string, path: string): void {
  machines.write(node, path, readFileSync(join(root, 'test/live/services/stand-in'), 'utf8'))
  machines.ask(node, `chmod 755 ${path}`)
}

function writeUnit(machines: Machines, node: string, name: string): void {
  machines.write(node, `/etc/systemd/system/${name}.service`, unit(['ExecStart=/bin/sleep inf']))
}
