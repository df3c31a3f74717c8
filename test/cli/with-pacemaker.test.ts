import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { commandLine } from '../support/command-line.js'
import { describeWith, root } from '../support/tools.js'

const { folder, file, run, remove } = commandLine()
afterAll(remove)

const main = join(root, 'dist/cli/main.js')

/** Two services on one node, bound by nothing but an order. */
const bound = (symmetrical: boolean) => `
import { cluster, location, order, requireRunsOnlyWith, systemd } from 'lightcib'
const [vip, haproxy] = [systemd('vip'), systemd('haproxy')]
export default cluster({
  nodes: ['node1', 'node2'],
  properties: { 'stonith-enabled': false },
  resources: [vip, haproxy],
  constraints: [
    location(vip, 'node2', '-INFINITY'),
    location(haproxy, 'node2', '-INFINITY'),
    order(haproxy, vip, { symmetrical: ${symmetrical} }),
  ],
  policies: [requireRunsOnlyWith(vip, haproxy)],
})
`
const both = file('both.ts', bound(true))
const starts = file('starts.ts', bound(false))
const about = ['--rule', 'runs-only-with', '--rule', 'settled-by-simulation', '--rule', 'pacemaker-failed']

/** A folder with a program of that name, to be found before the real one. */
function standIn(name: string, script: string): string {
  const bin = join(folder, `bin-${name}-${readdirSync(folder).length}`)
  mkdirSync(bin)
  writeFileSync(join(bin, name), `#!/bin/sh\n${script}\n`, { mode: 0o755 })
  return bin
}

function runWith(bin: string, args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...args], {
    encoding: 'utf8',
    cwd: folder,
    env: { ...process.env, PATH: `${bin}:${process.env.PATH}` },
  })
  return { status, output: stdout + stderr }
}

describeWith(['crm_simulate', 'crm_verify'], 'check --with-pacemaker', () => {
  test('settles what is unknown without it', () => {
    const without = run(['check', both, ...about])
    expect(without.status).toBe(0)
    expect(without.stderr).toContain('warning[runs-only-with]: "vip" may run where "haproxy" does not')
    const { status, stderr } = run(['check', both, '--with-pacemaker', ...about])
    expect(stderr).toMatch(
      /info\[settled-by-simulation\]: "vip" runs only with "haproxy": guaranteed by crm_simulate over \d+ states\n/,
    )
    expect(stderr).not.toContain('warning')
    expect(status).toBe(0)
  })

  test('reports the state that breaks it as an error', () => {
    const { status, stderr } = run(['check', starts, '--with-pacemaker', ...about])
    expect(status).toBe(1)
    expect(stderr).toContain(
      'error[runs-only-with]: "vip" can run where "haproxy" does not: when "haproxy" has failed on "node1", crm_simulate runs "vip" on "node1", and "haproxy" nowhere',
    )
  })

  test('reports that the time was too short, and leaves the answer unknown', () => {
    const { status, stderr } = run(['check', starts, '--with-pacemaker', '--time-limit', '0', ...about])
    expect(status).toBe(0)
    expect(stderr).toMatch(/warning\[runs-only-with\]: .*within the time limit, in 0 of \d+ states/)
  })

  test('reports what crm_verify finds and no rule does', () => {
    const bin = standIn(
      'crm_verify',
      `echo '<pacemaker-result><status code="78" message="Invalid configuration"/></pacemaker-result>'
       echo '(some_function) 	error: Resource vip: something new' >&2
       echo '(some_function) 	warning: Blind faith: not fencing unseen nodes' >&2
       exit 78`,
    )
    const { status, output } = runWith(bin, ['check', both, '--with-pacemaker'])
    expect(output).toContain('error[crm-verify]: crm_verify reports: Resource vip: something new')
    expect(output).not.toContain('unseen nodes')
    expect(status).toBe(1)
  })

  test('a CIB that crm_simulate does not accept leaves the question open, with the reason', () => {
    const bin = standIn(
      'crm_simulate',
      `echo '<pacemaker-result><status code="78" message="Invalid configuration"/></pacemaker-result>'; exit 78`,
    )
    const { status, output } = runWith(bin, ['check', both, '--with-pacemaker', ...about])
    expect(status).toBe(0)
    expect(output).toContain('warning[runs-only-with]')
    expect(output).toContain(
      'warning[pacemaker-failed]: Pacemaker gave no answer: crm_simulate does not accept the CIB: Invalid configuration',
    )
  })

  test('an old crm_simulate that prints no XML is named as such', () => {
    const { output } = runWith(standIn('crm_simulate', 'echo "Unknown option --output-as=xml"; exit 64'), [
      'check',
      both,
      '--with-pacemaker',
      ...about,
    ])
    expect(output).toContain('"crm_simulate" prints no XML: Pacemaker 2.1 or later is needed')
  })

  test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    '%s ends what runs, and leaves no folder',
    async (signal) => {
      const temporary = join(folder, `temporary-${signal}`)
      mkdirSync(temporary)
      const pidFile = join(folder, `pid-${signal}`)
      const bin = standIn('crm_simulate', `echo $$ > '${pidFile}'; exec sleep 600`)
      const child = spawn(process.execPath, [main, 'check', both, '--with-pacemaker'], {
        env: { ...process.env, TMPDIR: temporary, PATH: `${bin}:${process.env.PATH}` },
        stdio: 'ignore',
      })
      const ended = new Promise<NodeJS.Signals | null>((resolve) => {
        child.on('exit', (_code, by) => resolve(by))
      })
      while (!existsSync(pidFile) || readFileSync(pidFile, 'utf8') === '') {
        await new Promise((resolve) => setTimeout(resolve, 20))
      }
      expect(readdirSync(temporary).length).toBeGreaterThan(0)
      child.kill(signal)
      expect(await ended).toBe(signal)
      expect(readdirSync(temporary)).toEqual([])
      const pid = Number(readFileSync(pidFile, 'utf8'))
      await until(() => !isRunning(pid))
    },
  )
})

describeWith(['unshare', 'crm_simulate'], 'without Pacemaker', () => {
  test.runIf(process.getuid?.() === 0)('the package is named, and the exit code is 2', () => {
    const command = `mount -t tmpfs none /usr/sbin && exec "$0" "$@"`
    const { status, stderr } = spawnSync(
      'unshare',
      ['--mount', 'sh', '-c', command, process.execPath, main, 'check', both, '--with-pacemaker'],
      { encoding: 'utf8' },
    )
    expect(stderr).toMatch(
      /^lightcib: "crm_verify" is not installed: .*pacemaker-cli-utils.*pacemaker-cli.*\n$/,
    )
    expect(status).toBe(2)
  })
})

async function until(isTrue: () => boolean): Promise<void> {
  for (let tries = 0; !isTrue(); tries++) {
    if (tries > 3000) throw new Error('it does not come')
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

/** True for a process that runs, and not for one that ended and was not waited for. */
function isRunning(pid: number): boolean {
  try {
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))
  } catch {
    return false
  }
}
