import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { readCib, writeCib } from '../../src/cib/index.js'
import { hasErrors } from '../../src/diagnostics/diagnostic.js'
import type { Cluster } from '../../src/model/index.js'
import { type PcsOptions, toPcs } from '../../src/pcs/script/to-pcs.js'
import { arbitraryCluster } from '../support/arbitrary-cluster.js'
import { deprecations, type PcsServer, replay, startPcsServer } from '../support/pcs-server.js'
import { seed } from '../support/properties.js'
import { settable, settableWithoutIds } from '../support/settable.js'
import { describeWith, describeWithShared, root, sharedPath } from '../support/tools.js'

const tools = ['pcs', 'cibadmin', 'bash']
const runs = Number(process.env.FUZZ ?? 80)
/** The random clusters in parts that start with seeds of their own, so that they run side by side. */
const parts = [0, 1, 2, 3]
/** How many CIBs of the corpus are replayed in each run. */
const corpusRuns = Number(process.env.FUZZ ?? 24)
const scenarios = join(root, 'fixtures/scenarios')

/** The compiled scenarios, by name; their XML equals that of real clusters (test/scenarios.test.ts). */
const compiled = readdirSync(scenarios, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => [name, join(scenarios, name, 'cib.xml')] as const)

/** One with every element, and one of a real cluster: with XML in one call, all share their code path. */
const inOneCall = compiled.filter(([name]) => name === 'kitchen-sink' || name === 'wallaby-bundles')

/** That many files of a folder, spread over all of it. */
function sample(folder: string, count: number): readonly string[] {
  if (!existsSync(folder)) return []
  const files = readdirSync(folder).filter((name) => name.endsWith('.xml'))
  const step = Math.max(1, Math.floor(files.length / count))
  return files
    .filter((_, at) => at % step === 0)
    .slice(0, count)
    .map((name) => join(folder, name))
}

function read(path: string): Cluster {
  const { output, diagnostics } = readCib(readFileSync(path, 'utf8'))
  if (output === undefined)
    throw new Error(`${path}: ${diagnostics.map(({ message }) => message).join('; ')}`)
  return output
}

describeWith(tools, 'the pcs script, run by real bash and pcs on an empty CIB', () => {
  let server: PcsServer
  beforeAll(async () => {
    server = await startPcsServer()
  })
  afterAll(() => server.stop())

  it.concurrent.each(compiled)('builds what is wanted, ids included: %s', async (_, path) => {
    await expectReplay(read(path))
  })

  it.concurrent.each(inOneCall)('builds the same from XML in one call: %s', async (_, path) => {
    const { output = '' } = toPcs(read(path), { strategy: 'xml' })
    expect(output.match(/^ {2}pcs /gm)).toBeNull()
    expect(output.match(/^ {2}cibadmin /gm)).toHaveLength(1)
    await expectReplay(read(path), { strategy: 'xml' })
  })

  it.concurrent.each(parts)(
    `builds ${runs} random clusters, whatever their values are: part %i`,
    async (part) => {
      await fc.assert(
        fc.asyncProperty(arbitraryCluster, (wanted) => expectReplay(wanted)),
        { numRuns: Math.ceil(runs / parts.length), seed: seed + part },
      )
    },
  )

  it.concurrent('builds random clusters with the ids of pcs', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryCluster, (wanted) => expectReplay(wanted, { ids: 'pcs' })),
      { numRuns: Math.ceil(runs / parts.length), seed: seed + parts.length },
    )
  })

  describeWithShared('corpus/scheduler', 'clusters that others have written', () => {
    it.concurrent.each(sample(sharedPath('corpus/scheduler'), corpusRuns))('%s', async (path) => {
      const { output } = writeCib(read(path), { schema: 'pacemaker-3.9' })
      if (output === undefined) expect(hasErrors(toPcs(read(path)).diagnostics)).toBe(true)
      else await expectReplay(readCib(output).output as Cluster)
    })
  })

  async function expectReplay(wanted: Cluster, options: PcsOptions = {}): Promise<void> {
    const { output = '', diagnostics } = toPcs(wanted, options)
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
    const ran = await replay(server, output)
    expect(ran.status, ran.stderr).toBe(0)
    expect(deprecations(ran.pcsOutput)).toEqual([])
    expect(ran.files).toEqual(['cib.xml'])
    const compared = options.ids === 'pcs' ? settableWithoutIds : settable
    expect(compared(readCib(ran.cib).output as Cluster)).toEqual(compared(wanted))
  }
})
