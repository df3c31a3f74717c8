import { afterAll, beforeAll, expect, test } from 'vitest'
import light from '../../../fixtures/scenarios/light/cluster.js'
import { describeAsRoot } from '../as-root.js'
import { nodeOf } from '../running.js'
import { scenarioNeeds } from './bring-up.js'
import { Scenario } from './scenario.js'
import { virtualIps } from './source.js'

const node = 'node1'

describeAsRoot(
  'the light cluster on one node',
  () => {
    let scenario: Scenario
    beforeAll(async () => {
      scenario = await Scenario.start([node], light)
    })
    afterAll(() => scenario?.end())

    test('answers on all its addresses', async () => {
      for (const ip of virtualIps) expect(nodeOf(scenario.machines, ip)).toBe(node)
      expect((await scenario.since(Date.now() - 1000)).web.answers).toEqual([`served by ${node}`])
    })

    test('comes back by itself after a power cut', async () => {
      const start = Date.now()
      scenario.machines.cut(node)
      scenario.machines.boot(node)
      await scenario.recovered('one node, power cut', start)
    })
  },
  scenarioNeeds,
)
