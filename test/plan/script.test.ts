import { afterAll, beforeAll, expect, test } from 'vitest'
import { readCib, writeCib } from '../../src/cib/index.js'
import { diff } from '../../src/diff/diff.js'
import type { Cluster } from '../../src/model/index.js'
import { plan } from '../../src/plan/plan.js'
import { planScript } from '../../src/plan/print/script.js'
import { type PcsServer, replay, startPcsServer } from '../support/pcs-server.js'
import { planFixtures } from '../support/plan-fixtures.js'
import { describeWith, run } from '../support/tools.js'

const scripts = planFixtures.map(({ name, from, to }) => {
  const result = plan(from, to)
  return { name, from, to, script: result.ok ? planScript(result.output) : '' }
})

const small = scripts.filter(({ name }) => ['add-vip', 'remove-service', 'rename'].includes(name))
const differences = (cib: string, cluster: Cluster) => diff(readCib(cib).output as Cluster, cluster)

describeWith(['pcs', 'cibadmin', 'crm_verify', 'bash'], 'the script of a plan', () => {
  let server: PcsServer
  beforeAll(async () => {
    server = await startPcsServer()
  })
  afterAll(() => server.stop())

  test.concurrent.each(small)(
    'makes the target, changes nothing when run again, and takes all back: $name',
    async (one) => {
      const there = await replay(server, one.script, writeCib(one.from).output, [])
      expect([there.status, there.stderr]).toEqual([0, ''])
      expect(differences(there.cib, one.to)).toEqual([])
      const again = await replay(server, one.script, there.cib, [])
      expect([again.status, differences(again.cib, one.to)]).toEqual([0, []])
      const undo = await replay(server, one.script, there.cib, ['--undo'])
      expect([undo.status, differences(undo.cib, one.from)]).toEqual([0, []])
    },
  )
})

describeWith(['shellcheck'], 'shellcheck', () => {
  test.each(scripts)('finds nothing in the script of $name', ({ script }) => {
    expect(run('shellcheck', ['-'], script)).toMatchObject({ status: 0, stdout: '' })
  })
})
