import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { commandLine } from '../support/command-line.js'
import { describeWith, root, run } from '../support/tools.js'

const cli = commandLine()
afterAll(cli.remove)

const scenario = (name: string) => join(root, 'fixtures/scenarios', name, 'cib.xml')
const filesBelow = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()

describe('compile --to systemd', () => {
  const compile = (...args: readonly string[]) => cli.run(['compile', ...args])
  const mitaka = ['--full', scenario('mitaka-full')]

  test('writes the files below a folder, again and again the same', () => {
    const folder = join(cli.folder, 'nodes')
    const texts = () => filesBelow(folder).map((file) => [file, readFileSync(file, 'utf8')])
    expect(compile(scenario('newton-light'), '--to', 'systemd', ...mitaka, '-o', folder).status).toBe(0)
    const first = texts()
    expect(first).toHaveLength(43)
    expect(compile(scenario('newton-light'), '--to', 'systemd', ...mitaka, '-o', folder).status).toBe(0)
    expect(texts()).toEqual(first)
  })

  test('removes what an earlier run left, and nothing else', () => {
    const folder = join(cli.folder, 'changing')
    const own = join(folder, 'etc/nova/nova.conf.d')
    const write = (services: string) => {
      cli.file(
        'cluster.mjs',
        `import { cluster } from 'lightcib'\nexport default cluster({ services: ${services} })\n`,
      )
      return compile('cluster.mjs', '--to', 'systemd', '-o', folder).status
    }
    expect(write("['nova-api', 'web']")).toBe(0)
    mkdirSync(join(folder, 'etc/other'), { recursive: true })
    for (const file of [join(own, '60-own.conf'), join(folder, 'etc/other/other.conf')])
      writeFileSync(file, '')
    expect(write("['web']")).toBe(0)
    expect(filesBelow(folder).map((file) => file.slice(folder.length + 1))).toEqual([
      'etc/nova/nova.conf.d/60-own.conf',
      'etc/other/other.conf',
      'etc/systemd/system/web.service.d/50-lightcib.conf',
      'hand-over.sh',
    ])
  })

  test('prints the files without a folder', () => {
    const { status, stdout } = compile(scenario('newton-light'), '--to', 'systemd', ...mitaka)
    expect(status).toBe(0)
    expect(stdout).toContain('# etc/systemd/system/httpd.service.d/50-lightcib.conf\n')
  })

  test.each([
    [['--to', 'systemd'], 1, 'the cluster has no service under systemd'],
    [['--to', 'systemd', '--orders'], 2, '--orders needs --full'],
    [['--to', 'cib', ...mitaka], 2, '--full is for --to systemd and --to handbook'],
    [['--to', 'systemd', '--full', 'missing.xml'], 2, 'missing.xml'],
    [['--to', 'systemd', ...mitaka, '-o', '/dev/null/nodes'], 2, 'cannot write'],
  ])('%j ends with %i', (args, code, text) => {
    const { status, stdout, stderr } = compile(scenario('newton-light'), ...args)
    expect([status, stdout]).toEqual([code, ''])
    expect(stderr).toContain(text)
    expect(stderr).not.toMatch(/^ +at .*\.js/m)
  })

  test('--to handbook prints the table', () => {
    const { status, stdout } = compile(scenario('newton-light'), '--to', 'handbook', ...mitaka)
    expect([status, stdout.match(/^\|.*systemctl restart/gm)?.length]).toEqual([0, 32])
  })

  describeWith(['shellcheck'], 'the hand-over script', () => {
    test('is clean bash, whatever the names', () => {
      const services = ['openstack-nova-api', 'a\\x2db', 'worker@1:2', '-dash', 'x.timer']
      cli.file(
        'cluster.mjs',
        `import { cluster } from 'lightcib'\nexport default cluster({ services: ${JSON.stringify(services)} })\n`,
      )
      expect(compile('cluster.mjs', '--to', 'systemd', '-o', 'scripts').status).toBe(0)
      const script = join(cli.folder, 'scripts/hand-over.sh')
      expect(run('shellcheck', [script])).toMatchObject({ status: 0, stdout: '' })
      expect(run('bash', [script, '--help']).stdout).toContain('bash hand-over.sh --undo')
      expect(run('bash', [script, '--check', 'other.service'])).toMatchObject({
        status: 1,
        stderr: 'error: other.service is not a service of this script\n',
      })
    })
  })
})
