import { afterAll, beforeAll, expect, test } from 'vitest'
import light from '../../../fixtures/scenarios/light/cluster.js'
import { describeAsRoot } from '../as-root.js'
import { scenarioNeeds } from './bring-up.js'
import { Scenario } from './scenario.js'

const nodes = ['node1', 'node2', 'node3', 'node4', 'node5']

describeAsRoot(
  'the light cluster on five nodes',
  () => {
    let scenario: Scenario
    beforeAll(async () => {
      scenario = await Scenario.start(nodes, light)
    })
    afterAll(() => scenario?.end())

    test('two power cuts, each of the node that has the address then', async () => {
      const { machines } = scenario
      const start = Date.now()
      const first = scenario.victim()
      machines.cut(first)
      expect((await scenario.elsewhere(first, Date.now())).refused).toBe(0)
      const second = scenario.victim(nodes.filter((node) => node !== first))
      machines.cut(second)
      expect((await scenario.elsewhere(second, Date.now())).refused).toBe(0)
      for (const node of [first, second]) machines.boot(node)
      await scenario.recovered('five nodes, two power cuts', start)
    })
  },
  scenarioNeeds,
)
