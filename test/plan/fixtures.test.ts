import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readCib, writeCib } from '../../src/cib/index.js'
import type { Cluster } from '../../src/model/index.js'
import { stopsIn } from '../../src/plan/effect/effect.js'
import { type PlanSimulation, simulatePlan } from '../../src/plan/effect/simulate.js'
import { plan } from '../../src/plan/plan.js'
import { planText } from '../../src/plan/print/text.js'
import { type PcsServer, startPcsServer } from '../support/pcs-server.js'
import { wronglyPredicted } from '../support/plan-actions.js'
import { planFixtures } from '../support/plan-fixtures.js'
import { replayCommands } from '../support/plan-replay.js'
import { settable } from '../support/settable.js'
import { describeWith } from '../support/tools.js'
import { expectFile } from '../support/update.js'

const planned = planFixtures.map((fixture) => {
  const result = plan(fixture.from, fixture.to)
  if (!result.ok) throw new Error(`${fixture.name}: ${JSON.stringify(result.diagnostics)}`)
  return { ...fixture, made: result.output }
})

const text = (cluster: Cluster) => writeCib(cluster).output ?? ''

describe.each(planned)('$name', ({ path, made }) => {
  test('has the plan that is beside it', () => {
    expectFile(join(path, 'plan.txt'), planText(made))
  })
})

describeWith(['pcs', 'cibadmin', 'crm_verify'], 'the commands, one by one, by real pcs', () => {
  let server: PcsServer
  beforeAll(async () => {
    server = await startPcsServer()
  })
  afterAll(() => server.stop())

  test.concurrent.each(planned)(
    'of $name make the one cluster the other, and back',
    async ({ from, made }) => {
      const there = await replayCommands(
        server,
        text(from),
        made.steps.map(({ commands }) => commands),
        text(made.to),
      )
      expect(there.problems).toEqual([])
      const reached = readCib(there.cib).output as Cluster
      expect(settable(reached)).toEqual(settable(made.to))
      const undo = [...made.steps.map((step) => step.undo).reverse(), made.restore]
      const back = await replayCommands(server, there.cib, undo, text(from))
      expect(back.problems).toEqual([])
      expect(settable(readCib(back.cib).output as Cluster)).toEqual(settable(from))
    },
  )
})

describeWith(['crm_simulate'], "the real scheduler's actions", () => {
  test.concurrent.each(planned)(
    'of $name are among those that the plan predicts, all that it is sure of, and no more than of one push',
    async ({ made }) => {
      const simulation = await simulatePlan(made)
      expect(simulation.outcome).toBe('settled')
      expect(wronglyPredicted(made, simulation)).toEqual([])
      if (simulation.push !== undefined)
        expect(stopsIn(simulation.steps.flat())).toBeLessThanOrEqual(stopsIn(simulation.push))
      expect(vipsWithoutHaproxy(simulation)).toEqual([])
    },
  )
})

/** The steps after which an address is on a node without HAProxy. */
function vipsWithoutHaproxy({ active }: PlanSimulation): readonly string[] {
  return active.flatMap((resources, at) => {
    const proxied = resources.filter(({ id }) => id.startsWith('haproxy')).map(({ node }) => node)
    return resources
      .filter(({ id, node }) => id.startsWith('ip-') && !proxied.includes(node))
      .map(({ id }) => `${at + 1}: ${id}`)
  })
}
