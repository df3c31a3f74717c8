import type { Cluster } from 'lightcib'
import { constraintsOf, resourcesOf } from 'lightcib/model'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import light from '../../../fixtures/scenarios/light/cluster.js'
import full from '../../../fixtures/scenarios/mitaka-full/cluster.js'
import { describeAsRoot } from '../as-root.js'
import type { Machines } from '../machines.js'
import { settle } from '../running.js'
import { scenarioNeeds } from './bring-up.js'
import { note } from './note.js'
import { Scenario } from './scenario.js'
import { unitsOf } from './source.js'

const nodes = ['node1', 'node2', 'node3']
/** What is left out of the full cluster, since three machines on two cores take too long to start it: nothing that stays waits for it. */
const leftOut = /sahara|cinder|neutron-(?!server)|ceilometer|delay|aodh|gnocchi|heat/

const part: Cluster = {
  ...full,
  configuration: {
    ...full.configuration,
    resources: {
      element: 'resources',
      items: resourcesOf(full).filter(({ id }) => !leftOut.test(id)),
    },
    constraints: {
      element: 'constraints',
      items: constraintsOf(full).filter((constraint) => !leftOut.test(JSON.stringify(constraint))),
    },
  },
}

/** What the light cluster leaves to systemd. */
const beside = unitsOf(part).filter((unit) => !unitsOf(light).includes(unit))

/** The same faults in the full cluster and in the light one: how long the client waits, and what Pacemaker does. */
describe.each([
  ['full', part, []],
  ['light', light, beside],
] as const)('recovery of the %s cluster', (name, cluster, services) => {
  describeAsRoot(
    name,
    () => {
      let scenario: Scenario
      let machines: Machines
      beforeAll(async () => {
        scenario = await Scenario.start(nodes, cluster, services)
        machines = scenario.machines
      }, 1_800_000)
      afterAll(() => scenario?.end())

      /** Waits from a fault until Pacemaker has noticed it and has nothing left to do, and writes down what happened until then. */
      async function measured(title: string, victim: string, fault: () => void, noticed: RegExp) {
        const others = nodes.filter((node) => node !== victim)
        const asked = others[0] as string
        const before = actionsOn(machines, others)
        const [beforeThere, isCut] = [actionsOn(machines, [victim]), title === 'power cut']
        const start = Date.now()
        fault()
        await expect
          .poll(() => machines.on(asked, 'crm_mon --one-shot').stdout, { timeout: 180_000, interval: 250 })
          .toMatch(noticed)
        settle(machines, asked)
        const seconds = Math.round((Date.now() - start) / 1000)
        await scenario.answered()
        const { web, api } = await scenario.since(start)
        const there = isCut ? 0 : actionsOn(machines, [victim]) - beforeThere
        const actions = actionsOn(machines, others) - before + there
        const away = `HAProxy away ${web.away} ms, API away ${api.away} ms`
        note(`${name}, ${title}: ${away}, ${actions} actions, nothing left to do after ${seconds} s`)
      }

      test('a power cut of the node with the address', async () => {
        const victim = scenario.victim()
        await measured(
          'power cut',
          victim,
          () => machines.cut(victim),
          new RegExp(`OFFLINE: \\[ ${victim} \\]`),
        )
        machines.boot(victim)
        await scenario.whole()
      })

      test('HAProxy killed there for good', async () => {
        const victim = scenario.victim()
        const fault = () => {
          machines.ask(victim, 'mv /etc/haproxy/haproxy.cfg /etc/haproxy/away')
          machines.ask(victim, 'systemctl kill --signal KILL haproxy')
        }
        await measured('HAProxy killed', victim, fault, failed('haproxy'))
        expect(scenario.victim()).not.toBe(victim)
        machines.ask(victim, 'mv /etc/haproxy/away /etc/haproxy/haproxy.cfg; pcs resource cleanup >/dev/null')
        await scenario.whole()
      })

      test.each(['galera', 'rabbitmq'])('an instance that fails: %s', async (service) => {
        const fault = () => machines.ask('node2', `rm /run/stand-in-${service}`)
        await measured(`${service} failed`, 'node2', fault, failed(service))
        machines.ask('node2', 'pcs resource cleanup >/dev/null')
        await scenario.whole()
      })
    },
    scenarioNeeds,
  )
})

/** What crm_mon lists of a failure: `* galera 10s-interval monitor on node2`, in older releases `* galera_monitor_10000 on node2`. */
const failed = (service: string) => new RegExp(`\\* ${service}[ _].* on `)

/** How many actions Pacemaker has executed on these nodes. */
function actionsOn(machines: Machines, nodes: readonly string[]): number {
  const count =
    'grep --count -E "Result of (start|stop|promote|demote) operation" /var/log/pacemaker/pacemaker.log || true'
  return nodes.reduce((sum, node) => sum + Number(machines.ask(node, count)), 0)
}
