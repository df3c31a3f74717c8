import { afterAll, beforeAll, expect, it } from 'vitest'
import { readCib } from '../../src/cib/index.js'
import type { Cluster } from '../../src/model/index.js'
import { toPcs } from '../../src/pcs/index.js'
import { clusterOf, dummy, nvpairs } from '../support/pcs-clusters.js'
import { emptyCib, type PcsServer, replay, startPcsServer } from '../support/pcs-server.js'
import { settable } from '../support/settable.js'
import { describeWith } from '../support/tools.js'
import { updateCases } from '../support/update-cases.js'

describeWith(['pcs', 'cibadmin', 'bash'], 'the commands of a pcs script with --update', () => {
  let server: PcsServer
  beforeAll(async () => {
    server = await startPcsServer()
  })
  afterAll(() => server.stop())

  const run = (cluster: Cluster, start: string) =>
    replay(server, toPcs(cluster, { strategy: 'xml' }).output ?? '', start, [
      '--force',
      '--update',
      '--prune',
    ])

  it.each(updateCases)('change %s', async (_, before, after, commands) => {
    const first = await run(before, emptyCib('/'))
    expect(first.status, first.stderr).toBe(0)
    const second = await run(after, first.cib)
    expect(second.status, second.stderr).toBe(0)
    expect(second.stdout.split('\n').filter((line) => line.startsWith('pcs '))).toEqual(commands)
    expect(second.stdout).not.toContain('by cibadmin')
    expect(settable(readCib(second.cib).output as Cluster)).toEqual(settable(after))
  })

  it.each(['passwd', 'secret', 'smtp_token', 'API_KEY', 'community'])(
    'never have the value of %s',
    async (name) => {
      const of = (value: string) =>
        clusterOf({ resources: dummy('a', nvpairs('instance_attributes', 'a', { [name]: value })) })
      const first = await run(of('hidden-1'), emptyCib('/'))
      const second = await run(of('hidden-2'), first.cib)
      expect(second.status, second.stderr).toBe(0)
      expect(second.cib).toContain('hidden-2')
      expect(second.stdout).toContain('by cibadmin')
      expect(second.stdout).not.toContain('pcs resource update')
      expect(second.stdout + second.stderr).not.toContain('hidden')
    },
  )
})
