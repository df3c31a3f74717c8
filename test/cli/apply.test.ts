import { spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { canonicalCib } from '../../src/cib/canonical.js'
import { readCib, writeCib } from '../../src/cib/index.js'
import type { Cluster } from '../../src/model/index.js'
import { applyTools, withQuorum } from '../support/apply-tools.js'
import { commandLine } from '../support/command-line.js'
import { planFixtures } from '../support/plan-fixtures.js'
import { seed } from '../support/properties.js'
import { randomOf } from '../support/random.js'
import { describeWith, root } from '../support/tools.js'

const { file, folder, run, remove } = commandLine()
const tools = applyTools()
afterAll(() => {
  remove()
  tools.remove()
})

const fixture = planFixtures.find(({ name }) => name === 'rename')
if (fixture === undefined) throw new Error('no such fixture')
const before = writeCib(fixture.from).output ?? ''
const live = withQuorum(before)
const target = join(fixture.path, 'after.xml')

const text = (path: string) => readFileSync(path, 'utf8')
const content = (cib: string) => canonicalCib(readCib(cib).output as Cluster)
const after = canonicalCib(fixture.to)
const path = (name: string) => join(folder, name)
const apply = (args: readonly string[], input = '') =>
  run(['apply', target, ...args], input, tools.environment)

/** The status of a node on which the start of `nightly` has failed. */
const failure = `<node_state id="1" uname="node1" in_ccm="true" crmd="online" join="member" expected="member"><lrm id="1"><lrm_resources><lrm_resource id="nightly" class="systemd" type="nightly"><lrm_rsc_op id="nightly_last_failure_0" operation="start" operation_key="nightly_start_0" crm_feature_set="3.16.1" transition-key="1:1:0:a" transition-magic="0:1;1:1:0:a" call-id="5" rc-code="1" op-status="0" interval="0" op-digest="x"/></lrm_resource></lrm_resources></lrm></node_state>`

let count = 0
beforeEach(() => {
  count += 1
  tools.start(live)
  writeFileSync(join(tools.folder, 'on-settle'), '')
})

/** A new name for a backup. */
const backup = () => path(`backup-${count}.xml`)

describeWith(['cibadmin', 'crm_diff', 'crm_verify', 'crm_mon'], 'apply', () => {
  test('makes a CIB in a file as described, saves the one of before, and has nothing to do after that', () => {
    const cib = file('cib.xml', before)
    const args = ['--file', cib, '--yes', '--backup', backup(), '--detailed-exitcode']
    expect(apply(args)).toMatchObject({ status: 2, stdout: expect.stringContaining('Step 1: stop batch') })
    expect(content(text(cib))).toBe(after)
    expect([text(backup()), statSync(backup()).mode & 0o777]).toEqual([before, 0o600])
    const again = apply(args)
    expect([again.status, again.stderr]).toEqual([
      0,
      'lightcib: nothing to do: the cluster is as described\n',
    ])
    const back = run(
      ['apply', backup(), '--file', cib, '--yes', '--one-push', '--backup', `${backup()}.2`],
      '',
      tools.environment,
    )
    expect([back.status, content(text(cib))]).toEqual([0, content(before)])
  })

  test('makes the live cluster as described, step by step and in one push', () => {
    expect(apply(['--yes', '--backup', backup()]).status).toBe(0)
    expect(content(text(tools.cib))).toBe(after)
    const steps = tools.settled().length
    tools.start(live)
    expect(apply(['--yes', '--backup', `${backup()}.2`, '--one-push']).status).toBe(0)
    expect(content(text(tools.cib))).toBe(after)
    expect([steps, tools.settled().length]).toEqual([3, 1])
  })

  test('hands over to systemd what moves there, prints what is left where that fails, and goes back', () => {
    const removal = planFixtures.find(({ name }) => name === 'remove-service')
    if (removal === undefined) throw new Error('no such fixture')
    const full = withQuorum(writeCib(removal.from).output ?? '')
    tools.start(full)
    const described = file(
      'moved.ts',
      `import { readFileSync } from 'node:fs'
import { readCib } from 'lightcib'
const { output } = readCib(readFileSync(${JSON.stringify(join(removal.path, 'after.xml'))}))
export default { ...output, services: [{ unit: 'api' }] }
`,
    )
    const script = (line: string) => file('units/hand-over.sh', `echo "$*" >>${path('handed')}\n${line}\n`)
    const go = (...args: string[]) =>
      run(
        ['apply', described, '--yes', '--backup', `${backup()}.${args.length}`, ...args],
        '',
        tools.environment,
      )
    const handed = () => text(path('handed')).split('\n').slice(0, -1)
    const missing = go()
    expect([missing.status, text(tools.cib)]).toEqual([1, full])
    expect(missing.stderr).toContain('hand-over.sh" is missing')

    script('case $1 in --on) echo "error: not on node2" >&2; exit 1;; esac')
    const failed = go('--systemd', 'units')
    expect(failed).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('left to do: bash units/hand-over.sh --on '),
    })
    expect(failed.stderr).toContain('not on node2')
    expect(failed.stderr).toContain('to go back, first: bash units/hand-over.sh --undo --on ')

    tools.start(full)
    const back = go('--systemd', 'units', '--rollback-on-failure')
    expect([back.status, content(text(tools.cib))]).toEqual([1, content(full)])
    expect(
      handed()
        .slice(-3)
        .map((line) => line.split(' ')[0]),
    ).toEqual(['--ready', '--on', '--undo'])

    script('')
    expect(go('--systemd', 'units', '--wait', '9')).toMatchObject({ status: 0 })
    expect(content(text(tools.cib))).toBe(canonicalCib(removal.to))
    expect(handed().at(-1)).toMatch(/^--on \S+ api\.service$/)
  })

  test('a saved CIB that has errors comes back, also with failed and unmanaged resources in the cluster', () => {
    const cycle = '<rsc_order id="back" first="batch" then="db-clone"/></constraints>'
    const saved = file(`saved-${count}.xml`, live.replace('</constraints>', cycle))
    const now = withQuorum(text(target))
      .replace('<status/>', `<status>${failure}</status>`)
      .replace('</cluster_property_set>', '<nvpair id="m" name="maintenance-mode" value="true"/>$&')
    tools.start(now)
    const args = ['--yes', '--backup', backup()]
    const rejected = run(['apply', saved, ...args], '', tools.environment)
    expect([rejected.status, text(tools.cib)]).toEqual([1, now])
    const back = run(['apply', saved, '--rollback', ...args], '', tools.environment)
    expect([back.status, back.stderr]).toEqual([0, expect.stringContaining('ordering cycle')])
    const { configuration } = readCib(text(tools.cib)).output as Cluster
    expect(configuration).toEqual(readCib(text(saved)).output?.configuration)
    expect(content(text(backup()))).toBe(content(now))
  })

  test('changes nothing without a terminal to ask on', () => {
    expect(apply([])).toMatchObject({ status: 2, stderr: expect.stringContaining('--yes') })
    expect(apply(['--detailed-exitcode']).status).toBe(1)
    expect(text(tools.cib)).toBe(live)
    expect(readdirSync(folder).filter((name) => name.startsWith('cib-backup'))).toEqual([])
  })

  test('with --detailed-exitcode 2 is never an error', () => {
    const broken = file('broken.ts', 'process.exit(0)')
    const endless = file('endless.ts', 'for (;;) {}')
    for (const name of [broken, endless, path('none.ts')]) {
      const ran = run(
        ['apply', name, '--yes', '--detailed-exitcode', '--timeout', '0.5'],
        '',
        tools.environment,
      )
      expect([name, ran.status]).toEqual([name, 1])
    }
    expect(apply(['--detailed-exitcode', '--nothing']).status).toBe(1)
  })

  test.each([
    ['without quorum', (cib: string) => cib.replace('have-quorum="1"', 'have-quorum="0"'), /quorum/],
    [
      'with a newer Pacemaker',
      (cib: string) => cib.replace(/crm_feature_set="[^"]*"/, 'crm_feature_set="3.99.0"'),
      /newer/,
    ],
  ])('changes nothing in a cluster %s', (_, change, message) => {
    tools.start(change(live))
    expect(apply(['--yes'])).toMatchObject({ status: 1, stderr: expect.stringMatching(message) })
    expect(text(tools.cib)).toBe(change(live))
    expect(change(live)).not.toBe(live)
  })

  test('changes nothing where the backup cannot be saved', () => {
    const there = file('there.xml', 'mine')
    for (const name of [there, path('no/such/folder')]) {
      const { status, stderr } = apply(['--yes', '--backup', name])
      expect([status, stderr]).toEqual([1, expect.stringContaining('cannot write the backup')])
    }
    expect([text(there), text(tools.cib)]).toEqual(['mine', live])
  })

  test('a failed operation ends it after its step, and the CIB of before comes back if that is asked for', () => {
    writeFileSync(
      join(tools.folder, 'on-settle'),
      `grep -q lrm_rsc_op "$APPLY/cib.xml" || CIB_file=$APPLY/cib.xml /usr/sbin/cibadmin --modify --allow-create --scope status --xml-text '${failure}'\n`,
    )
    const kept = apply(['--yes', '--backup', backup()])
    expect(kept.status).toBe(1)
    expect(kept.stderr).toContain('start of "nightly" on "node1" has failed (exit code 1)')
    expect(kept.stderr).toContain('1 of 3 steps are done')
    expect(content(text(tools.cib))).not.toBe(content(live))
    tools.start(live)
    const back = apply(['--yes', '--backup', `${backup()}.2`, '--rollback-on-failure'])
    expect([back.status, back.stderr]).toEqual([1, expect.stringContaining('the CIB of before is back')])
    expect(content(text(tools.cib))).toBe(content(live))
  })

  test('a controller that does not answer at once is asked again', () => {
    writeFileSync(
      join(tools.folder, 'on-settle'),
      '[ -e "$APPLY/asked" ] || { touch "$APPLY/asked"; exit 71; }\n',
    )
    const { status } = apply(['--yes', '--backup', backup()])
    expect([status, existsSync(join(tools.folder, 'asked'))]).toEqual([0, true])
  })

  test('a cluster that does not settle ends it', () => {
    writeFileSync(join(tools.folder, 'on-settle'), 'exit 124\n')
    const { status, stderr } = apply(['--yes', '--backup', backup(), '--wait', '1'])
    expect([status, stderr]).toEqual([1, expect.stringContaining('the cluster has not settled within 1 s')])
    expect(stderr).toContain('1 of 3 steps are done')
  })

  test('killed at any moment it leaves the CIB of a step and the backup, and ends well when run again', async () => {
    const random = randomOf(seed)
    const cib = file('killed/cib.xml', before)
    mkdirSync(path('tmp'))
    const states = [content(before), ...stepsOf(cib)]
    expect(states).toHaveLength(4)
    for (let kill = 0; kill < Number(process.env.FUZZ ?? 20); kill++) {
      writeFileSync(cib, before)
      const saved = join(mkdtempSync(path('backup-')), 'cib.xml')
      const reached = await killedApply(cib, saved, random.next())
      expect(states, `killed after ${reached} ms`).toContain(content(text(cib)))
      if (content(text(cib)) !== states[0]) expect(text(saved)).toBe(before)
      if (existsSync(saved)) expect(text(saved)).toBe(before)
      const again = apply(['--file', cib, '--yes', '--backup', `${saved}.again`])
      expect([again.status, content(text(cib))]).toEqual([0, after])
    }
  })
})

let slowest = 0

/** The contents after each step; and how long all takes. */
function stepsOf(cib: string): readonly string[] {
  const start = Date.now()
  apply(['--file', cib, '--yes', '--backup', backup()])
  slowest = Date.now() - start
  tools.start(live)
  apply(['--yes', '--backup', `${backup()}.live`])
  return tools.settled().map(content)
}

async function killedApply(cib: string, saved: string, part: number): Promise<number> {
  const args = ['apply', target, '--file', cib, '--yes', '--backup', saved]
  const child = spawn(process.execPath, [join(root, 'dist/cli/main.js'), ...args], {
    env: { ...process.env, ...tools.environment, TMPDIR: path('tmp') },
    stdio: 'ignore',
  })
  const ended = once(child, 'exit')
  const after = Math.round(slowest * part)
  await Promise.race([ended, setTimeout(after)])
  child.kill('SIGKILL')
  await ended
  return after
}
