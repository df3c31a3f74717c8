import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { readCib, translateForPcs } from '../../src/cib/index.js'
import { hasErrors } from '../../src/diagnostics/diagnostic.js'
import type { Cluster } from '../../src/model/index.js'
import { toPcs } from '../../src/pcs/index.js'
import { arbitraryCluster } from '../support/arbitrary-cluster.js'
import { deprecations, type PcsServer, replay, startPcsServer } from '../support/pcs-server.js'
import { seed } from '../support/properties.js'
import { settable } from '../support/settable.js'
import { cibFor, scenario, scenarios } from './clusters.js'
import { debian11, debian13, describeOn } from './systems.js'

const runs = Number(process.env.FUZZ ?? 50)
/** The random clusters in parts that start with seeds of their own, so that they run side by side. */
const parts = [0, 1]

describeOn([debian11, debian13], 'the pcs script on an empty CIB', (system) => {
  let server: PcsServer
  beforeAll(async () => {
    server = await startPcsServer(system.root)
  })
  afterAll(() => server.stop())

  it.concurrent.each(scenarios)(
    'builds the compiled CIB, ids included, and nothing when run again: %s',
    async (name) => {
      const { script = '', cib } = (await build(scenario(name))) ?? {}
      const again = await replay(server, script, cib)
      expect(again, again.stderr).toMatchObject({
        status: 0,
        stdout: expect.stringMatching('nothing changed'),
        cib,
      })
    },
  )

  it('refuses the kitchen sink, of which its Pacemaker does not know all', async () => {
    expect(await build(scenario('kitchen-sink'))).toBeUndefined()
  })

  it.concurrent.each(parts)(
    `builds ${runs} random clusters, and refuses what the CIB cannot hold: part %i`,
    async (part) => {
      await fc.assert(
        fc.asyncProperty(arbitraryCluster, async (cluster) => fc.pre((await build(cluster)) !== undefined)),
        { numRuns: Math.ceil(runs / parts.length), seed: seed + part },
      )
    },
  )

  /** Runs the script and compares; undefined where there is none, and must be none. */
  async function build(
    cluster: Cluster,
  ): Promise<{ readonly script: string; readonly cib: string } | undefined> {
    const { output: script, diagnostics } = toPcs(cluster, { pcs: system.pcs })
    // An upgrade leaves older names that the newer schema still accepts; pcs writes the newer ones.
    const named = translateForPcs(cluster, system.schema).output
    const compiled = named && cibFor(system, named).output
    if (script === undefined || compiled === undefined || hasErrors(diagnostics)) {
      expect(hasErrors(diagnostics)).toBe(true)
      expect(compiled !== undefined && (await isKept(compiled)), JSON.stringify(diagnostics)).toBe(false)
      return undefined
    }
    const ran = await replay(server, script)
    expect(ran.status, ran.stdout + ran.stderr).toBe(0)
    expect(deprecations(ran.pcsOutput)).toEqual([])
    expect(ran.files).toEqual(['cib.xml'])
    expect(read(ran.cib)).toEqual(read(compiled))
    return { script, cib: ran.cib }
  }

  /** True where that Pacemaker takes the CIB and gives it back as it was. */
  async function isKept(compiled: string): Promise<boolean> {
    const { status, cib } = await replay(
      server,
      `CIB_file=$2 cibadmin --replace --xml-pipe <<'CIB'\n${compiled}\nCIB\n`,
    )
    return status === 0 && isDeepStrictEqual(read(cib), read(compiled))
  }

  function read(cib: string): unknown {
    const { output } = readCib(cib)
    return output === undefined ? undefined : settable(output)
  }
})
