import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { readCib, translateForPcs } from '../../src/cib/index.js'
import { hasErrors } from '../../src/diagnostics/diagnostic.js'
import type { Cluster } from '../../src/model/index.js'
import { toPcs } from '../../src/pcs/index.js'
import { arbitraryCluster } from '../support/arbitrary-cluster.js'
import { clusterOf, nvpairs } from '../support/pcs-clusters.js'
import { emptyCib, type PcsServer, replay, startPcsServer } from '../support/pcs-server.js'
import { seed } from '../support/properties.js'
import { settable } from '../support/settable.js'
import { updateCases } from '../support/update-cases.js'
import { variedCluster } from '../support/varied-cluster.js'
import { cibFor } from './clusters.js'
import { debian11, debian13, describeOn } from './systems.js'

const runs = Number(process.env.FUZZ ?? 20)

describeOn([debian11, debian13], 'the pcs script with --update and --prune', (system) => {
  let server: PcsServer
  beforeAll(async () => {
    server = await startPcsServer(system.root)
  })
  afterAll(() => server.stop())

  it(`makes ${runs} random clusters of random others`, async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryCluster, arbitraryCluster, async (before, after) => {
        await expectUpdate(before, after)
      }),
      { numRuns: runs, seed },
    )
  })

  it(`makes ${runs} random clusters of the same with other values`, async () => {
    const pairs = fc.tuple(arbitraryCluster, fc.gen())
    await fc.assert(
      fc.asyncProperty(pairs, async ([before, g]) => {
        await expectUpdate(before, variedCluster(before, g, fc.integer))
      }),
      { numRuns: runs, seed: seed + 5 },
    )
  })

  it.each(updateCases)('changes %s by commands of pcs', async (_, before, after) => {
    expect(await expectUpdate(before, after)).not.toContain('by cibadmin')
  })

  it('changes a resource whose agent has a colon in its name', async () => {
    const of = (value: string) =>
      clusterOf({
        resources: `<primitive id="a" class="lsb" type="b:1">${nvpairs('instance_attributes', 'a', { x: value })}</primitive>`,
      })
    await expectUpdate(of('1'), of('2'))
  })

  async function expectUpdate(before: Cluster, after: Cluster): Promise<string> {
    const [one, other] = [before, after].map(compile)
    fc.pre(one !== undefined && other !== undefined)
    const start = emptyCib(system.root)
    const first = await replay(server, one?.script ?? '', start, ['--force', '--update'])
    expect(first.status, first.stderr).toBe(0)
    const second = await replay(server, other?.script ?? '', first.cib, ['--force', '--update', '--prune'])
    expect(second.status, second.stderr).toBe(0)
    expect(read(second.cib), second.stdout).toEqual(read(other?.cib ?? ''))
    return second.stdout
  }

  /** The script and the XML; undefined for what that Pacemaker does not know. */
  function compile(cluster: Cluster): { readonly script: string; readonly cib: string } | undefined {
    const { output: script, diagnostics } = toPcs(cluster, { pcs: system.pcs, strategy: 'xml' })
    const named = translateForPcs(cluster, system.schema).output
    const cib = named && cibFor(system, named).output
    return script === undefined || cib === undefined || hasErrors(diagnostics) ? undefined : { script, cib }
  }

  const read = (cib: string) => settable(readCib(cib).output as Cluster)
})
