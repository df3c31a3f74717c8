import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import {
  type Cluster,
  clone,
  cluster,
  group,
  location,
  order,
  type PlanStep,
  plan,
  planData,
  planScript,
  planText,
  systemd,
} from 'lightcib'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { readCib, writeCib } from '../../src/cib/index.js'
import { primitivesOf, type Resource } from '../../src/model/index.js'
import { type LivePcs, startLivePcs } from '../support/live-pcs.js'
import { type PcsServer, startPcsServer } from '../support/pcs-server.js'
import { replayCommands } from '../support/plan-replay.js'
import { settable } from '../support/settable.js'
import { describeWith, run } from '../support/tools.js'

const nodes = ['n1', 'n2', 'n3']
const common = { cib: { epoch: 5, crmFeatureSet: '3.16.1' }, nodes, properties: { 'stonith-enabled': false } }
const db = clone(systemd('db'))
const web = clone(systemd('web', { unit: 'httpd' }))
const api = clone(systemd('api'))
const from = cluster({
  ...common,
  resources: [db, api, web],
  constraints: [order(db, api), order(api, web), location(web, 'n3', '-INFINITY')],
})
const to = cluster({ ...common, resources: [db], services: ['httpd', 'api', 'elsewhere'] })

const planned = (a: Cluster, b: Cluster) => {
  const { output, diagnostics } = plan(a, b)
  if (output === undefined) throw new Error(diagnostics.map(({ message }) => message).join('; '))
  return { made: output, diagnostics }
}

/** The primitives that a step deletes. */
const deletedBy = ({ edits }: PlanStep) =>
  edits
    .filter(({ after }) => after === undefined)
    .flatMap(({ before }) => (before === undefined ? [] : primitivesOf(before as Resource)))

describe('what moves to systemd', () => {
  test('is handed over as soon as its resource is deleted, where no location keeps it from', () => {
    const { made, diagnostics } = planned(from, to)
    expect(made.steps.map(({ title }) => title)).toEqual([
      'stop web-clone',
      'delete web-clone',
      'hand httpd.service over to systemd',
      'stop api-clone',
      'delete api-clone',
      'hand api.service over to systemd',
    ])
    expect(planData(made).steps[2]).toMatchObject({
      phase: 'hand-over',
      commands: [],
      undo: [],
      handOver: {
        units: ['httpd.service'],
        nodes: ['n1', 'n2'],
        run: ['--on', 'n1,n2', 'httpd.service'],
        undo: ['--undo', '--on', 'n1,n2', 'httpd.service'],
      },
    })
    expect(planText(made)).toContain('  run:  bash nodes/hand-over.sh --on n1,n2,n3 api.service\n')
    expect(diagnostics.map(({ code, message }) => [code, message])).toEqual([
      ['systemd-placement', expect.stringContaining('was kept off "n3"')],
    ])
  })

  test('is what the target has as services, and nothing else', () => {
    const none = planned(from, cluster({ ...common, resources: [db] })).made
    expect(none.steps.filter(({ handOver }) => handOver !== undefined)).toEqual([])
    expect(planText(none)).not.toContain('systemd -o')
  })

  test('comes once for each unit, after the last step that deletes a resource of it, and before any other', () => {
    const ids = ['a', 'b', 'c', 'd', 'e', 'f']
    const side = fc.tuple(fc.subarray(ids), fc.boolean()).map(([list, inGroup]) => {
      const own = list.map((id) => systemd(id, { unit: `u-${id}` }))
      const [first, ...rest] = own
      if (!inGroup || first === undefined) return own
      return [group('g', [first, ...rest])]
    })
    let seen = 0
    fc.assert(
      fc.property(side, side, fc.subarray(ids), (before, after, services) => {
        const staying = new Set(after.flatMap(primitivesOf).map(({ id }) => id))
        const declared = services.filter((id) => !staying.has(id)).map((id) => `u-${id}`)
        const { made } = planned(
          cluster({ ...common, resources: before }),
          cluster({ ...common, resources: after, services: declared }),
        )
        const moved = before
          .flatMap(primitivesOf)
          .map(({ type }) => type)
          .filter((type) => declared.includes(type as string))
        const handed = made.steps.flatMap(({ handOver }) => handOver?.units ?? [])
        expect([...handed].sort()).toEqual(moved.map((type) => `${type}.service`).sort())
        for (const [at, { handOver }] of made.steps.entries()) {
          if (handOver === undefined) continue
          seen++
          const previous = made.steps.slice(0, at).findLast((step) => step.handOver === undefined)
          for (const unit of handOver.units) {
            const stays = (previous?.edits ?? []).some(({ after: kept }) =>
              kept === undefined
                ? false
                : primitivesOf(kept as Resource).some(({ type }) => `${type}.service` === unit),
            )
            expect(stays).toBe(false)
            const later = made.steps.slice(at).flatMap(deletedBy)
            expect(later.map(({ type }) => `${type}.service`)).not.toContain(unit)
          }
        }
      }),
      { numRuns: 150 },
    )
    expect(seen).toBeGreaterThan(20)
  })
})

describeWith(
  ['pcs', 'cibadmin', 'crm_verify', 'bash'],
  'the script of a plan with services that move',
  () => {
    let server: PcsServer
    let folder: string
    beforeAll(async () => {
      server = await startPcsServer()
      folder = mkdtempSync(join(tmpdir(), 'lightcib-hand-over-'))
    })
    afterAll(() => {
      server.stop()
      rmSync(folder, { recursive: true })
    })

    const { made } = planned(from, to)
    const script = planScript(made)
    const before = writeCib(from).output ?? ''
    const isLike = (cib: string, other: Cluster) =>
      expect(settable(readCib(cib).output as Cluster)).toEqual(settable(other))
    const at = (name: string) => join(folder, name)
    const calls = () =>
      existsSync(at('calls')) ? readFileSync(at('calls'), 'utf8').split('\n').slice(0, -1) : []

    /** In place of the real one: it fails for the options in the file, and checks what it was given. */
    beforeEach(() => {
      for (const name of ['calls', 'fails', 'handed']) rmSync(at(name), { force: true })
      writeFileSync(
        at('hand-over.sh'),
        `cd ${folder}; touch handed; unit=\${!#}
echo "$*" >>calls
if grep -qxF -- "$*" fails 2>/dev/null; then echo 'error: not here' >&2; exit 1; fi
case $1 in
  --ready) ;;
  --check) grep -qx "$unit" handed ;;
  --undo) sed -i "/^$unit$/d" handed ;;
  *) echo "$unit" >>handed ;;
esac
`,
      )
    })

    async function withLive(
      use: (live: LivePcs, go: (...args: string[]) => ReturnType<LivePcs['run']>) => Promise<void>,
    ) {
      const live = startLivePcs(server, before)
      try {
        await use(live, (...args) => live.run(script, ['--systemd', folder, ...args]))
      } finally {
        live.remove()
      }
    }

    test('hands each over when its resource is gone, has nothing to do when run again, and takes all back', async () => {
      await withLive(async (live, go) => {
        expect(await go()).toMatchObject({ status: 0, stderr: '' })
        isLike(live.cib(), to)
        expect(calls()).toEqual([
          '--ready --on n1,n2 httpd.service',
          '--ready --on n1,n2,n3 api.service',
          '--on n1,n2 httpd.service',
          '--on n1,n2,n3 api.service',
        ])
        const pushes = live.pushes()
        const again = await go()
        expect([again.status, again.stdout, live.pushes()]).toEqual([
          0,
          'steps 1 to 6 are done already\n',
          pushes,
        ])
        expect(await go('--undo')).toMatchObject({ status: 0, stderr: '' })
        isLike(live.cib(), from)
        expect(readFileSync(at('handed'), 'utf8')).toBe('')
      })
    })

    test('changes nothing where the files are missing or a node is not ready', async () => {
      await withLive(async (live, go) => {
        writeFileSync(at('fails'), '--ready --on n1,n2,n3 api.service\n')
        const ran = await go()
        expect([ran.status, ran.stderr, live.pushes()]).toEqual([
          1,
          expect.stringContaining('error: not here'),
          0,
        ])
        const missing = await live.run(script, ['--systemd', at('none')])
        expect([missing.status, live.pushes()]).toEqual([1, 0])
        expect(missing.stderr).toContain(`${at('none')}/hand-over.sh is missing`)
      })
    })

    test('ends where a hand-over fails, and goes on with it, or takes it back', async () => {
      for (const way of ['on', 'back'] as const) {
        rmSync(at('handed'), { force: true })
        await withLive(async (live, go) => {
          writeFileSync(at('fails'), '--on n1,n2 httpd.service\n')
          expect((await go()).status).toBe(1)
          const pushes = live.pushes()
          expect((await go()).status).toBe(1)
          expect(live.pushes()).toBe(pushes)
          rmSync(at('fails'))
          rmSync(at('calls'), { force: true })
          expect((await go(...(way === 'on' ? [] : ['--undo']))).status).toBe(0)
          isLike(live.cib(), way === 'on' ? to : from)
          if (way === 'back') expect(calls()).toContain('--undo --on n1,n2 httpd.service')
        })
      }
    })

    test('leaves services alone on a CIB in a file, and with --dry-run', async () => {
      const live = startLivePcs(server, before)
      try {
        const file = at('cib.xml')
        writeFileSync(file, before)
        const dry = await live.run(script, ['--dry-run'])
        expect([dry.status, dry.stdout]).toEqual([
          0,
          expect.stringContaining('bash nodes/hand-over.sh --on n1\\,n2\\,n3 api.service'),
        ])
        const ran = await live.run(script, ['--file', file])
        expect([ran.status, ran.stderr]).toEqual([0, ''])
        isLike(readFileSync(file, 'utf8'), to)
        expect((await live.run(script, ['--file', file])).stdout).toBe('steps 1 to 6 are done already\n')
        expect((await live.run(script, ['--file', file, '--undo'])).status).toBe(0)
        isLike(readFileSync(file, 'utf8'), from)
        expect(calls()).toEqual([])
      } finally {
        live.remove()
      }
    })

    test('has commands that give the target by themselves', async () => {
      const ran = await replayCommands(
        server,
        before,
        made.steps.map(({ commands }) => commands),
      )
      expect(ran.problems).toEqual([])
      isLike(ran.cib, to)
    })
  },
)

describeWith(['shellcheck'], 'shellcheck', () => {
  test('finds nothing in such a script', () => {
    expect(run('shellcheck', ['-'], planScript(planned(from, to).made))).toMatchObject({
      status: 0,
      stdout: '',
    })
  })
})
