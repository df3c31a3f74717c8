import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readCib, writeCib } from '../../src/cib/index.js'
import type { Cluster } from '../../src/model/index.js'
import { plan } from '../../src/plan/plan.js'
import { arbitraryChange } from '../support/changed-cluster.js'
import { type PcsServer, startPcsServer } from '../support/pcs-server.js'
import { replayCommands } from '../support/plan-replay.js'
import { seed } from '../support/properties.js'
import { settable } from '../support/settable.js'
import { describeWith } from '../support/tools.js'

const runs = Number(process.env.FUZZ ?? 100)
/** The pairs in parts that start with seeds of their own, so that they run side by side. */
const parts = [0, 1, 2, 3]

const status = { name: 'status', attributes: [], children: [] } as const
const text = (cluster: Cluster) => writeCib({ ...cluster, crmFeatureSet: '3.16.1', status }).output ?? ''

function clusterOf({ options = '', resources = '', constraints = '' }): Cluster {
  return readCib(
    `<cib validate-with="pacemaker-3.9" epoch="1" num_updates="0" admin_epoch="0"><configuration><crm_config>${options}</crm_config><nodes/><resources>${resources}</resources><constraints>${constraints}</constraints></configuration><status/></cib>`,
  ).output as Cluster
}

describeWith(['pcs', 'cibadmin', 'crm_verify'], 'the commands of a plan between hostile clusters', () => {
  let server: PcsServer
  beforeAll(async () => {
    server = await startPcsServer()
  })
  afterAll(() => server.stop())

  test('a property set that is not the first, which is where pcs writes', async () => {
    const set = (id: string, name: string) =>
      `<cluster_property_set id="${id}"><nvpair id="${id}-1" name="${name}" value="1"/></cluster_property_set>`
    const first = set('first', 'batch-limit')
    await makesTheOther(
      clusterOf({ options: `${first}${set('cib-bootstrap-options', 'migration-limit')}` }),
      clusterOf({ options: first }),
    )
  })

  test('a resource that becomes a clone, and is named by a set of a constraint that keeps its id', async () => {
    const web = (id: string) => `<primitive id="${id}" class="ocf" provider="pacemaker" type="Dummy"/>`
    const set = (last: string) =>
      `<rsc_order id="o"><resource_set id="o-1"><resource_ref id="a"/><resource_ref id="${last}"/></resource_set></rsc_order>`
    await makesTheOther(
      clusterOf({ resources: `${web('a')}${web('b')}`, constraints: set('b') }),
      clusterOf({
        resources: `${web('a')}<clone id="b-clone">${web('b')}</clone>`,
        constraints: set('b-clone'),
      }),
    )
  })

  async function makesTheOther(from: Cluster, to: Cluster): Promise<void> {
    const result = plan(from, to)
    const commands = result.ok ? result.output.steps.map((step) => step.commands) : []
    const ran = await replayCommands(server, text(from), commands, text(to))
    expect(ran.problems).toEqual([])
    expect(settable(readCib(ran.cib).output as Cluster)).toEqual(settable(to))
  }

  test.concurrent.each(parts)('make the one the other, ids included: part %i', async (part) => {
    let planned = 0
    await fc.assert(
      fc.asyncProperty(arbitraryChange, async ([from, to]) => {
        const result = plan(from, to)
        if (!result.ok) return
        const { steps } = result.output
        planned++
        const ran = await replayCommands(
          server,
          text(from),
          steps.map(({ commands }) => commands),
          text(to),
        )
        expect(ran.problems).toEqual([])
        expect(settable(readCib(ran.cib).output as Cluster)).toEqual(settable(to))
      }),
      { numRuns: Math.ceil(runs / parts.length), seed: seed + part },
    )
    expect(planned).toBeGreaterThan(runs / parts.length / 2)
  })
})
