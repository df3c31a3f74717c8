import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { commandLine } from '../support/command-line.js'
import { describeWith, root } from '../support/tools.js'

const { folder, file, run, remove } = commandLine()
afterAll(remove)

const web = (score: string) =>
  file(
    `web-${score}.ts`,
    `import { clone, cluster, colocation, requireRunsOnlyWith, systemd } from 'lightcib'
const [vip, haproxy] = [systemd('vip'), clone(systemd('haproxy'))]
export default cluster({
  nodes: ['node1', 'node2'],
  properties: { 'stonith-enabled': false },
  resources: [vip, haproxy],
  constraints: [colocation(vip, haproxy, { score: '${score}' })],
  policies: [requireRunsOnlyWith(vip, haproxy)],
})
`,
  )

describeWith(['crm_simulate'], 'simulate', () => {
  test('prints a line for each event, and the policies that break', () => {
    const { status, stdout, stderr } = run(['simulate', web('1000')])
    expect(status).toBe(1)
    expect(stdout).toContain('States of the nodes\n')
    expect(stdout).toMatch(/^ {2}"node1" is down +1 action {2}moves vip to node2$/m)
    expect(stdout).toMatch(
      /^ {2}"haproxy-clone" is disabled +2 actions {2}stops haproxy\n {4}error: a policy is broken: "vip" on "node1", and "haproxy-clone" nowhere$/m,
    )
    expect(stderr).toMatch(/web-1000\.ts: 25 events: 5 break a policy, 0 do not come to rest\n$/)
  })

  test('has the same as JSON, with exit code 0 where no policy breaks', () => {
    const { status, stdout } = run(['simulate', web('INFINITY'), '--format', 'json', '--nodes', '1'])
    expect(status).toBe(0)
    const { events, left, neverActive } = JSON.parse(stdout)
    expect({ left, neverActive }).toEqual({ left: 0, neverActive: [] })
    expect(events).toContainEqual({
      kind: 'nodes',
      event: '"node1" is down',
      count: 1,
      outcome: 'settled',
      moved: [{ id: 'vip', from: ['node1'], to: ['node2'] }],
      stopped: [],
      restarted: [],
      actions: 1,
      status: {
        online: ['node2'],
        active: ['haproxy', 'vip'].map((id) => ({ id, instance: id, node: 'node2', role: 'Started' })),
      },
      broken: [],
    })
  })

  test('writes a page with a row for each event', () => {
    const { status, stdout, stderr } = run(['simulate', web('1000'), '--format', 'html'])
    expect(status).toBe(1)
    expect(stdout.match(/^<!DOCTYPE html>\n/)).not.toBeNull()
    const data = JSON.parse(
      /<script type="application\/json" id="data">(.*)<\/script>/.exec(stdout)?.[1] ?? '',
    )
    expect(data.columns.map(({ id }: { id: string }) => id)).toEqual(['vip', 'haproxy-clone'])
    expect(data.groups.flatMap(({ events }: { events: object[] }) => events)).toHaveLength(25)
    expect(stderr).toMatch(/25 events: 5 break a policy, 0 do not come to rest\n$/)
  })

  test('another policy, from the command line', () => {
    const { status, stderr } = run([
      'simulate',
      web('INFINITY'),
      '--nodes',
      '0',
      '--policy',
      'never-runs-with=vip,haproxy',
    ])
    expect(status).toBe(1)
    expect(stderr).toMatch(/\d+ break a policy/)
  })

  test('what was not looked at in time is counted, and an error', () => {
    const { status, stderr } = run(['simulate', web('INFINITY'), '--time-limit', '0'])
    expect(status).toBe(1)
    expect(stderr).toMatch(/, \d+ were not looked at within the time limit\n$/)
  })

  test('Ctrl-C ends it, and leaves no file and no program', async () => {
    const temporary = mkdtempSync(join(folder, 'tmp-'))
    const main = join(root, 'dist/cli/main.js')
    const child = spawn(process.execPath, [main, 'simulate', web('INFINITY')], {
      env: { ...process.env, TMPDIR: temporary },
      stdio: 'ignore',
    })
    const ended = new Promise((done) => child.on('close', (code, signal) => done(signal ?? code)))
    const isAtWork = () => readdirSync(temporary, { recursive: true }).length > 1
    while (!isAtWork() && child.exitCode === null) await new Promise((done) => setTimeout(done, 5))
    expect(isAtWork()).toBe(true)
    child.kill('SIGINT')
    expect(await ended).toBe('SIGINT')
    expect(readdirSync(temporary)).toEqual([])
    const commands = readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map((pid) => {
        try {
          return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
        } catch {
          return ''
        }
      })
    expect(commands.filter((command) => command.includes(temporary))).toEqual([])
  })

  test('wrong usage is exit code 2, with a sentence', () => {
    const unknown = run(['simulate', web('INFINITY'), '--policy', 'runs-only-with=vip,haproxi'])
    expect(unknown.stderr).toContain('the cluster has no resource "haproxi" (did you mean "haproxy"?)')
    expect(unknown.status).toBe(2)
    const live = run(['simulate', web('INFINITY'), '--start', 'status'])
    expect(live.stderr).toContain('the CIB has no status')
    expect(live.status).toBe(2)
  })
})
