import { afterAll, beforeAll, expect, test } from 'vitest'
import light from '../../../fixtures/scenarios/light/cluster.js'
import { describeAsRoot } from '../as-root.js'
import type { Machines } from '../machines.js'
import { scenarioNeeds } from './bring-up.js'
import { Scenario } from './scenario.js'

const nodes = ['node1', 'node2', 'node3']

describeAsRoot(
  'the light cluster',
  () => {
    let scenario: Scenario
    let machines: Machines
    beforeAll(async () => {
      scenario = await Scenario.start(nodes, light)
      machines = scenario.machines
    })
    afterAll(() => scenario?.end())

    const promoted = () =>
      /promoted: (\S+)|on: (\S+) (?:Master|Promoted)/i.exec(
        machines.ask('node1', 'crm_resource --locate --resource redis-master'),
      )?.[2] ?? ''

    test('a power cut of the node with the address', async () => {
      const victim = scenario.victim()
      const start = Date.now()
      machines.cut(victim)
      const web = await scenario.elsewhere(victim, Date.now())
      expect(web.refused).toBe(0)
      await scenario.redisAnswered()
      machines.boot(victim)
      await scenario.recovered('power cut', start)
    })

    test('HAProxy killed there for good', async () => {
      const victim = scenario.victim()
      machines.ask(victim, 'mv /etc/haproxy/haproxy.cfg /etc/haproxy/away')
      const start = Date.now()
      machines.ask(victim, 'systemctl kill --signal KILL haproxy')
      await scenario.elsewhere(victim, Date.now())
      expect(scenario.victim()).not.toBe(victim)
      machines.ask(
        victim,
        'mv /etc/haproxy/away /etc/haproxy/haproxy.cfg; pcs resource cleanup haproxy >/dev/null',
      )
      await scenario.recovered('HAProxy killed', start)
    })

    test('its network cut, and back', async () => {
      const victim = scenario.victim()
      const start = Date.now()
      machines.unplug(victim)
      const web = await scenario.elsewhere(victim, Date.now())
      expect(web.refused).toBe(0)
      machines.plug(victim)
      await scenario.recovered('network cut and back', start)
    })

    test('an orderly standby of that node', async () => {
      const victim = scenario.victim()
      const start = Date.now()
      machines.ask(victim, `pcs node standby ${victim} --wait=300`)
      await scenario.elsewhere(victim, Date.now())
      machines.ask(victim, `pcs node unstandby ${victim} --wait=300`)
      await scenario.recovered('standby', start)
    })

    test('the promoted Redis moved to another node', async () => {
      const before = promoted()
      const start = Date.now()
      machines.ask('node1', `pcs resource ban redis-master ${before} --promoted --wait=300`)
      expect(promoted()).not.toBe(before)
      machines.ask('node1', 'pcs resource clear redis-master --wait=300')
      const web = await scenario.recovered('promoted Redis moved', start)
      expect(web.failed).toEqual([])
    })

    test.each(['rabbitmq-clone', 'redis-master', 'galera-master', 'mongod-clone'])(
      'a core service stopped and started: %s',
      async (service) => {
        const start = Date.now()
        machines.ask('node1', `pcs resource disable ${service} --wait=300`)
        machines.ask('node1', `pcs resource enable ${service} --wait=300`)
        const web = await scenario.recovered(`${service} stopped and started`, start)
        expect(web.failed).toEqual([])
      },
    )

    test('all nodes but one stopped, and started', async () => {
      const victim = scenario.victim()
      const [other = '', last = ''] = nodes.filter((node) => node !== victim)
      const start = Date.now()
      // One after the other: where the DC and another node leave at once, Pacemaker keeps the other's request to shut down, and
      // shuts it down again when it is back.
      machines.ask(victim, `pcs cluster stop ${other} && pcs cluster stop ${last} --force`)
      machines.ask(victim, `pcs cluster start ${other} ${last} --wait=300`)
      await scenario.recovered('all nodes but one stopped and started', start)
    })

    test('the whole cluster stopped, and started', async () => {
      const start = Date.now()
      machines.ask('node1', 'pcs cluster stop --all')
      const processes = nodes.map(
        (node) => machines.on(node, 'pgrep -l "haproxy|redis-server|pacemaker|corosync"').stdout,
      )
      expect(processes).toEqual(['', '', ''])
      machines.ask('node1', 'pcs cluster start --all --wait=300')
      await scenario.recovered('whole cluster stopped and started', start)
    })
  },
  scenarioNeeds,
)
