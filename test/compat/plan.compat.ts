import { afterAll, beforeAll, expect, it } from 'vitest'
import { readCib } from '../../src/cib/index.js'
import type { Cluster } from '../../src/model/index.js'
import { plan } from '../../src/plan/plan.js'
import { type PcsServer, startPcsServer } from '../support/pcs-server.js'
import { planFixtures } from '../support/plan-fixtures.js'
import { replayCommands } from '../support/plan-replay.js'
import { settable } from '../support/settable.js'
import { cibFor } from './clusters.js'
import { debian11, debian13, describeOn } from './systems.js'

/** The two largest take minutes: `FUZZ` takes them too. */
const chosen = planFixtures.filter(
  ({ name }) => process.env.FUZZ !== undefined || !/^(full-to-light|light-to-full)$/.test(name),
)

describeOn([debian11, debian13], 'the commands of plans, one by one', (system) => {
  let server: PcsServer
  beforeAll(async () => {
    server = await startPcsServer(system.root)
  })
  afterAll(() => server.stop())

  const text = (cluster: Cluster) => {
    const { output, diagnostics } = cibFor(system, cluster)
    if (output === undefined) throw new Error(JSON.stringify(diagnostics))
    return output
  }
  const read = (cib: string) => settable(readCib(cib).output as Cluster)

  it.each(chosen)('of $name make the one cluster the other, and back', async ({ from: described, to }) => {
    const from = readCib(text(described)).output as Cluster
    const made = plan(from, to, { pcs: system.pcs })
    if (!made.ok) throw new Error(JSON.stringify(made.diagnostics))
    const { steps, restore } = made.output
    const commands = steps.map((step) => step.commands)
    const there = await replayCommands(server, text(from), commands, text(to))
    expect(there.problems).toEqual([])
    expect(read(there.cib)).toEqual(read(text(made.output.to)))
    const undo = [...steps.map((step) => step.undo).reverse(), restore]
    const back = await replayCommands(server, there.cib, undo, text(from))
    expect(back.problems).toEqual([])
    expect(read(back.cib)).toEqual(read(text(from)))
  })
})
