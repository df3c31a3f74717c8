import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { readCib } from '../../src/cib/index.js'
import type { Cluster } from '../../src/model/index.js'
import { expectBuilt, withInstalledAgents, withoutFindings } from '../support/ansible-built.js'
import { arbitraryCluster } from '../support/arbitrary-cluster.js'
import { type PcsServer, startPcsServer } from '../support/pcs-server.js'
import { seed } from '../support/properties.js'
import { describeWith, root } from '../support/tools.js'

const runs = Number(process.env.FUZZ ?? 24)
const scenarios = join(root, 'fixtures/scenarios')
const compiled = readdirSync(scenarios, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => [name, readFileSync(join(scenarios, name, 'cib.xml'), 'utf8')] as const)

describeWith(
  ['pcs', 'cibadmin', 'bash', 'python3'],
  'the role, as its variables are documented, by real pcs',
  () => {
    let server: PcsServer
    beforeAll(async () => {
      server = await startPcsServer()
    })
    afterAll(() => server.stop())

    it.concurrent.each(compiled)('builds what is wanted: %s', async (name, xml) => {
      const cluster = withInstalledAgents(readCib(xml).output as Cluster)
      await expectBuilt(server, name === 'kitchen-sink' ? withoutFindings(cluster) : cluster)
    })

    it.concurrent(`builds ${runs} random clusters, without what findings name`, async () => {
      const kept = { constraints: 0, resources: 0 }
      await fc.assert(
        fc.asyncProperty(arbitraryCluster, async (cluster) => {
          const wanted = withoutFindings(withInstalledAgents(cluster))
          for (const section of ['constraints', 'resources'] as const)
            kept[section] += wanted.configuration[section]?.items.length ?? 0
          await expectBuilt(server, wanted)
        }),
        { numRuns: runs, seed },
      )
      expect(Math.min(kept.constraints, kept.resources)).toBeGreaterThan(runs / 4)
    })
  },
)
