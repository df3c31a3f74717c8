import { afterAll, beforeAll, expect, test } from 'vitest'
import { readCib, writeCib } from '../../src/cib/index.js'
import { diff } from '../../src/diff/diff.js'
import type { Cluster } from '../../src/model/index.js'
import { type Plan, plan } from '../../src/plan/plan.js'
import { planScript } from '../../src/plan/print/script.js'
import { startFaults } from '../support/faults.js'
import { type PcsServer, replay, startPcsServer } from '../support/pcs-server.js'
import { planFixtures } from '../support/plan-fixtures.js'
import { replayCommands } from '../support/plan-replay.js'
import { describeWith, run } from '../support/tools.js'

const scripts = planFixtures.map(({ name, from, to }) => {
  const made = plan(from, to).output as Plan
  return { name, from, to, made, script: planScript(made) }
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

describeWith(['pcs', 'cibadmin', 'crm_verify', 'bash'], 'the script of a plan, in parts', () => {
  let server: PcsServer
  beforeAll(async () => {
    server = await startPcsServer()
  })
  afterAll(() => server.stop())

  test('--dry-run shows every step and changes nothing', async () => {
    for (const { script, from, made } of small) {
      const before = writeCib(from).output ?? ''
      const ran = await replay(server, script, before, ['--dry-run'])
      expect([ran.status, ran.stderr, ran.cib]).toEqual([0, '', before])
      for (const { title } of made.steps) expect(ran.stdout).toContain(`: ${title}\n`)
    }
  })

  test.concurrent.each(small)(
    'of $name goes on where a program failed, and takes back what was done',
    async ({ script, from, to }) => {
      const cib = writeCib(from).output ?? ''
      const faults = startFaults(server, script, { cib, other: cib })
      try {
        await faults.run('file', 'fail', 0)
        const pushes = faults.calls().length
        for (let at = 1; at <= pushes; at += Math.ceil(pushes / 4)) {
          const failed = await faults.run('file', 'fail', at)
          const again = await replay(server, script, failed.cib, [])
          expect([at, again.status, differences(again.cib, to)]).toEqual([at, 0, []])
          const undo = await replay(server, script, failed.cib, ['--undo'])
          expect([at, undo.status, differences(undo.cib, from)]).toEqual([at, 0, []])
        }
      } finally {
        faults.remove()
      }
    },
  )

  test('--from-step runs that step and those after it', async () => {
    for (const { script, from, to, made } of small) {
      const cib = writeCib(from).output ?? ''
      for (let step = made.steps.length; step > 1; step--) {
        const first = await replayCommands(
          server,
          cib,
          made.steps.slice(0, step - 1).map(({ commands }) => commands),
        )
        const rest = await replay(server, script, first.cib, ['--from-step', String(step)])
        expect([step, rest.status, differences(rest.cib, to)]).toEqual([step, 0, []])
      }
      const none = await replay(server, script, cib, ['--from-step', String(made.steps.length + 1)])
      expect([none.status, none.cib]).toEqual([1, cib])
    }
  })

  test('--maintenance changes constraints in maintenance mode alone, and leaves none behind', async () => {
    const { from, to } = planFixtures.find(
      ({ name }) => name === 'order-turned',
    ) as (typeof planFixtures)[number]
    const made = plan(from, to, { maintenance: true }).output as Plan
    const ran = await replayCommands(
      server,
      writeCib(from).output ?? '',
      made.steps.map(({ commands }) => commands),
    )
    expect(ran.problems).toEqual([])
    const inMaintenance = ran.steps.map((cib) => cib.includes('name="maintenance-mode" value="true"'))
    const isAboutConstraints = made.steps.map(({ phase }) => phase === 'constraints' || phase === 'release')
    expect(isAboutConstraints).toContain(true)
    for (const [at, is] of isAboutConstraints.entries()) if (is) expect(inMaintenance[at]).toBe(true)
    const there = await replay(server, planScript(made), writeCib(from).output ?? '', [])
    expect([there.status, differences(there.cib, to)]).toEqual([0, []])
    const back = await replay(server, planScript(made), there.cib, ['--undo'])
    expect([back.status, differences(back.cib, from)]).toEqual([0, []])
  })
})

describeWith(['shellcheck'], 'shellcheck', () => {
  test.each(scripts)('finds nothing in the script of $name', ({ script }) => {
    expect(run('shellcheck', ['-'], script)).toMatchObject({ status: 0, stdout: '' })
  })
})
