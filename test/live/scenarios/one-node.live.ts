import { afterAll, beforeAll, expect, test } from 'vitest'
import light from '../../../fixtures/scenarios/light/cluster.js'
import { describeAsRoot } from '../as-root.js'
import type { Machines } from '../machines.js'
import { nodeOf } from '../running.js'
import { bringUp, scenarioNeeds } from './bring-up.js'
import { note } from './note.js'
import { placedOn, virtualIps } from './source.js'
import { Client } from './watch.js'

const node = 'node1'
const http = `${virtualIps[1]}:80`
const redis = `${virtualIps[1]}:7379`

describeAsRoot(
  'the light cluster on one node',
  () => {
    let machines: Machines
    let client: Client
    beforeAll(async () => {
      machines = await bringUp([node], placedOn([node], light))
      client = new Client(machines, 10, { [http]: 'GET / HTTP/1.0', [redis]: 'INCR requests' })
    })
    afterAll(() => {
      client?.end()
      machines?.down()
    })

    test('answers on all its addresses', async () => {
      await client.answered(http)
      await client.answered(redis)
      for (const ip of virtualIps) expect(nodeOf(machines, ip)).toBe(node)
      expect((await client.since(Date.now() - 1000, http)).answers).toEqual([`served by ${node}`])
    })

    test('comes back by itself after a power cut', async () => {
      const start = Date.now()
      machines.cut(node)
      machines.boot(node)
      await expect.poll(() => machines.on(node, 'crm_mon --one-shot').status, { timeout: 120_000 }).toBe(0)
      await client.answered(http)
      await client.answered(redis)
      const [web, store] = [await client.since(start, http), await client.since(start, redis)]
      note(`one node, power cut: away ${web.away} ms; Redis ${store.away} ms`)
    })
  },
  scenarioNeeds,
)
