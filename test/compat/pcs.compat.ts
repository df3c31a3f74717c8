import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { readCib } from '../../src/cib/index.js'
import { hasErrors } from '../../src/diagnostics/diagnostic.js'
import type { Cluster } from '../../src/model/index.js'
import { toPcs } from '../../src/pcs/index.js'
import { arbitraryCluster } from '../support/arbitrary-cluster.js'
import { type PcsServer, replay, startPcsServer } from '../support/pcs-server.js'
import { settable } from '../support/settable.js'
import { cibFor, scenario, scenarios } from './clusters.js'
import { debian11, debian13, describeOn } from './systems.js'

const runs = Number(process.env.FUZZ ?? 50)

describeOn([debian11, debian13], 'the pcs script on an empty CIB', (system) => {
  let server: PcsServer
  beforeAll(async () => {
    server = await startPcsServer(system.root)
  })
  afterAll(() => server.stop())

  it.each(scenarios)('builds the compiled CIB, ids included, and nothing when run again: %s', (name) => {
    const { script = '', cib } = build(scenario(name)) ?? {}
    const again = replay(server, script, cib)
    expect(again, again.stderr).toMatchObject({
      status: 0,
      stdout: expect.stringMatching('nothing changed'),
      cib,
    })
  })

  it('refuses the kitchen sink, of which its Pacemaker does not know all', () => {
    expect(build(scenario('kitchen-sink'))).toBeUndefined()
  })

  it(`builds ${runs} random clusters, and refuses what the CIB cannot hold`, { timeout: 1_800_000 }, () => {
    fc.assert(
      fc.property(arbitraryCluster, (cluster) => fc.pre(build(cluster) !== undefined)),
      { numRuns: runs },
    )
  })

  /** Runs the script and compares; undefined where there is none, and must be none. */
  function build(cluster: Cluster): { readonly script: string; readonly cib: string } | undefined {
    const { output: script, diagnostics } = toPcs(cluster, { pcs: system.pcs })
    const { output: compiled } = cibFor(system, cluster)
    if (script === undefined || compiled === undefined || hasErrors(diagnostics)) {
      expect(hasErrors(diagnostics)).toBe(true)
      expect(compiled !== undefined && isKept(compiled), JSON.stringify(diagnostics)).toBe(false)
      return undefined
    }
    const ran = replay(server, script)
    expect(ran.status, ran.stdout + ran.stderr).toBe(0)
    expect(ran.said).not.toMatch(/deprecat/i)
    expect(ran.files).toEqual(['cib.xml'])
    expect(read(ran.cib)).toEqual(read(compiled))
    return { script, cib: ran.cib }
  }

  /** True where that Pacemaker takes the CIB and gives it back as it was. */
  function isKept(compiled: string): boolean {
    const { status, cib } = replay(
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
