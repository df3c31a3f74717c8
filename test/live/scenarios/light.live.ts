import { afterAll, beforeAll, expect, test } from 'vitest'
import light from '../../../fixtures/scenarios/light/cluster.js'
import { describeAsRoot } from '../as-root.js'
import type { Machines } from '../machines.js'
import { nodeOf, settle } from '../running.js'
import { bringUp, scenarioNeeds } from './bring-up.js'
import { note } from './note.js'
import { placedOn, virtualIps } from './source.js'
import { Client, type Watched } from './watch.js'

const nodes = ['node1', 'node2', 'node3']
const vip = virtualIps[1] as string
const http = `${vip}:80`
const redis = `${vip}:7379`

describeAsRoot(
  'the light cluster',
  () => {
    let machines: Machines
    let client: Client
    beforeAll(async () => {
      machines = await bringUp(nodes, placedOn(nodes, light))
      client = new Client(machines, 10, { [http]: 'GET / HTTP/1.0', [redis]: 'INCR requests' })
      await client.answered(http)
      await client.answered(redis)
    })
    afterAll(() => {
      client?.end()
      machines?.down()
    })

    const victimOf = () => nodeOf(machines, vip)
    const promoted = () =>
      /promoted: (\S+)|on: (\S+) (?:Master|Promoted)/i.exec(
        machines.ask('node1', 'crm_resource --locate --resource redis-master'),
      )?.[2] ?? ''

    /** What the clients got from an event until everything runs as it should, on all nodes. */
    async function recovered(title: string, start: number): Promise<Watched> {
      await expect
        .poll(() => machines.on('node1', 'crm_mon --one-shot').stdout, { timeout: 180_000, interval: 500 })
        .toContain('Online: [ node1 node2 node3 ]')
      settle(machines, 'node1')
      await client.answered(http)
      await client.answered(redis)
      const web = await client.since(start, http)
      const store = await client.since(start, redis)
      note(`${title}: away ${web.away} ms, refused ${web.refused} of ${web.requests}; Redis ${store.away} ms`)
      for (const ip of virtualIps) {
        const node = nodeOf(machines, ip)
        expect(machines.on(node, 'systemctl is-active haproxy').stdout.trim(), `${ip} on ${node}`).toBe(
          'active',
        )
      }
      return web
    }

    /** What the clients got from an event until another node answers. */
    async function elsewhere(victim: string, start: number): Promise<Watched> {
      await expect
        .poll(async () => (await client.since(start, http)).answers.length, { timeout: 180_000 })
        .toBeGreaterThan(0)
      await client.answered(http)
      const web = await client.since(start, http)
      expect(web.answers).not.toContain(`served by ${victim}`)
      expect(web.answers).toHaveLength(1)
      return web
    }

    test('a power cut of the node with the address', async () => {
      const victim = victimOf()
      const start = Date.now()
      machines.cut(victim)
      const web = await elsewhere(victim, Date.now())
      expect(web.refused).toBe(0)
      await client.answered(redis)
      machines.boot(victim)
      await recovered('power cut', start)
    })

    test('HAProxy killed there for good', async () => {
      const victim = victimOf()
      machines.ask(victim, 'mv /etc/haproxy/haproxy.cfg /etc/haproxy/away')
      const start = Date.now()
      machines.ask(victim, 'systemctl kill --signal KILL haproxy')
      await elsewhere(victim, Date.now())
      expect(nodeOf(machines, vip)).not.toBe(victim)
      machines.ask(
        victim,
        'mv /etc/haproxy/away /etc/haproxy/haproxy.cfg; pcs resource cleanup haproxy >/dev/null',
      )
      await recovered('HAProxy killed', start)
    })

    test('its network cut, and back', async () => {
      const victim = victimOf()
      const start = Date.now()
      machines.unplug(victim)
      const web = await elsewhere(victim, Date.now())
      expect(web.refused).toBe(0)
      machines.plug(victim)
      await recovered('network cut and back', start)
    })

    test('an orderly standby of that node', async () => {
      const victim = victimOf()
      const start = Date.now()
      machines.ask(victim, `pcs node standby ${victim} --wait=300`)
      await elsewhere(victim, Date.now())
      machines.ask(victim, `pcs node unstandby ${victim} --wait=300`)
      await recovered('standby', start)
    })

    test('the promoted Redis moved to another node', async () => {
      const before = promoted()
      const start = Date.now()
      machines.ask('node1', `pcs resource ban redis-master ${before} --promoted --wait=300`)
      expect(promoted()).not.toBe(before)
      machines.ask('node1', 'pcs resource clear redis-master --wait=300')
      const web = await recovered('promoted Redis moved', start)
      expect(web.failed).toEqual([])
    })

    test.each(['rabbitmq-clone', 'redis-master', 'galera-master', 'mongod-clone'])(
      'a core service stopped and started: %s',
      async (service) => {
        const start = Date.now()
        machines.ask('node1', `pcs resource disable ${service} --wait=300`)
        machines.ask('node1', `pcs resource enable ${service} --wait=300`)
        const web = await recovered(`${service} stopped and started`, start)
        expect(web.failed).toEqual([])
      },
    )

    test('all nodes but one stopped, and started', async () => {
      const victim = victimOf()
      const [other = '', last = ''] = nodes.filter((node) => node !== victim)
      const start = Date.now()
      // One after the other: where the DC and another node leave at once, Pacemaker keeps the other's request to shut down, and
      // shuts it down again when it is back.
      machines.ask(victim, `pcs cluster stop ${other} && pcs cluster stop ${last} --force`)
      machines.ask(victim, `pcs cluster start ${other} ${last} --wait=300`)
      await recovered('all nodes but one stopped and started', start)
    })

    test('the whole cluster stopped, and started', async () => {
      const start = Date.now()
      machines.ask('node1', 'pcs cluster stop --all')
      const processes = nodes.map(
        (node) => machines.on(node, 'pgrep -l "haproxy|redis-server|pacemaker|corosync"').stdout,
      )
      expect(processes).toEqual(['', '', ''])
      machines.ask('node1', 'pcs cluster start --all --wait=300')
      await recovered('whole cluster stopped and started', start)
    })
  },
  scenarioNeeds,
)
