import fc from 'fast-check'
import { afterAll, beforeAll, it } from 'vitest'
import { expectBuilt, withInstalledAgents, withoutFindings } from '../support/ansible-built.js'
import { arbitraryCluster } from '../support/arbitrary-cluster.js'
import { type PcsServer, startPcsServer } from '../support/pcs-server.js'
import { seed } from '../support/properties.js'
import { scenario, scenarios } from './clusters.js'
import { debian11, debian13, describeOn } from './systems.js'

const runs = Number(process.env.FUZZ ?? 24)

describeOn([debian11, debian13], 'the variables of the Ansible role', ({ root, pcs }) => {
  let server: PcsServer
  beforeAll(async () => {
    server = await startPcsServer(root)
  })
  afterAll(() => server.stop())

  it.concurrent.each(scenarios)('build what is wanted: %s', async (name) => {
    await expectBuilt(server, withoutFindings(withInstalledAgents(scenario(name)), pcs), pcs)
  })

  it.concurrent(`build ${runs} random clusters, without what findings name`, async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryCluster, async (cluster) => {
        await expectBuilt(server, withoutFindings(withInstalledAgents(cluster), pcs), pcs)
      }),
      { numRuns: runs, seed },
    )
  })
})
