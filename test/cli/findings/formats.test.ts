import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { commandLine } from '../../support/command-line.js'

const { folder, file, run, remove } = commandLine()
afterAll(remove)
execFileSync('git', ['init', '--quiet', folder])

const text = `<cib crm_feature_set="3.0.14" validate-with="pacemaker-2.10" epoch="1" num_updates="0" admin_epoch="0">
  <configuration>
    <crm_config/>
    <nodes/>
    <resources>
      <primitive id="a" class="lsb" type="x"/>
    </resources>
    <constraints>
      <rsc_order id="o" first="b" then="a"/>
      <rsc_order id="p" first="b" then="a"/>
    </constraints>
  </configuration>
</cib>
`
const inFormat = (format: string, ...names: readonly string[]) => run(['check', ...names, '--format', format])
file('sub dir/broken.xml', text)

describe('github', () => {
  test('is one command a line, at the line of the repository', () => {
    const { status, stdout, stderr } = inFormat('github', join(folder, 'sub dir/broken.xml'))
    expect([status, stderr]).toEqual([1, ''])
    const first = stdout.split('\n')[0]
    expect(first).toBe(
      '::error file=sub dir/broken.xml,line=9,col=25,title=lightcib unknown-reference::' +
        'first refers to "b": no resource, template or tag has that id%0A' +
        'at /cib/configuration/constraints/rsc_order[@id="o"]/@first%0Ahint: did you mean "a"?',
    )
    expect(
      stdout
        .split('\n')
        .slice(0, -1)
        .every((line) => /^::(error|warning|notice) /.test(line)),
    ).toBe(true)
  })

  test('no name or value ends a property or a command', () => {
    const name = 'a,line=1::%0A\n::stop-commands::x,.xml'
    file(name, text.replace('first="b"', 'first="50%0A&#10;::set-env::"'))
    const lines = inFormat('github', name).stdout.split('\n').slice(0, -1)
    expect(lines.every((line) => line.startsWith('::error file=a%2Cline=1%3A%3A%250A%0A%3A%3Astop'))).toBe(
      true,
    )
    expect(lines[0]).toContain('"50%250A')
  })
})

describe('places', () => {
  test('are named from the repository, wherever the command runs, and not for standard input', () => {
    const paths = (format: string, name: string, input = '') =>
      run(['check', name, '--format', format], input).stdout
    expect(JSON.parse(paths('gitlab', 'sub dir/broken.xml'))[0].location).toEqual({
      path: 'sub dir/broken.xml',
      lines: { begin: 9 },
    })
    const [result] = JSON.parse(paths('sarif', './sub dir/broken.xml')).runs[0].results
    expect(result.locations[0].physicalLocation).toEqual({
      artifactLocation: { uri: 'sub%20dir/broken.xml', uriBaseId: '%SRCROOT%' },
      region: { startLine: 9, startColumn: 25 },
    })
    expect(paths('github', '-', text)).toMatch(/^::error line=9,/)
  })
})

describe('fingerprints', () => {
  const keys = (name: string) =>
    JSON.parse(inFormat('gitlab', name).stdout).map((each: { fingerprint: string }) => each.fingerprint)

  test('survive what is added above, and differ for another element', () => {
    const before = keys(file('moved.xml', text))
    expect(keys(file('moved.xml', text.replace('<nodes/>', '<nodes/>\n\n\n')))).toEqual(before)
    const after = keys(file('moved.xml', text.replace('id="o"', 'id="q"')))
    expect(after.filter((key: string) => !before.includes(key))).toHaveLength(1)
  })
})

describe('exit code and terminal', () => {
  const warning = text.replaceAll('first="b"', 'first="a"').replace('then="a"', 'then="a" kind="Optional"')

  test('a warning is a failed test only where --max-warnings makes it one', () => {
    const module = file(
      'warned.ts',
      `import { cluster, ocf, primitive } from 'lightcib'
       export default cluster({
         nodes: ['n1', 'n2'],
         resources: [
           primitive('fence', 'stonith:fence_xvm', { pcmk_host_list: 'n1 n2' }),
           ocf.heartbeat.IPaddr2('vip', { ip: '192.0.2.6' }),
         ],
       })`,
    )
    const allowed = run(['check', module, '--format', 'junit'])
    expect([allowed.status, allowed.stdout.includes('<failure')]).toEqual([0, false])
    expect(allowed.stdout).toContain('warning[')
    const denied = run(['check', module, '--format', 'junit', '--max-warnings', '0'])
    expect([denied.status, denied.stdout.includes('<failure')]).toEqual([1, true])
  })

  test('--output writes the format to a file, and the text where people read it', () => {
    const { status, stdout, stderr } = run([
      'check',
      file('in.xml', text),
      '--format',
      'sarif',
      '-o',
      'out.sarif',
    ])
    expect(status).toBe(1)
    expect(stdout).toContain('1 resource, 2 constraints')
    expect(stderr).toContain('error[unknown-reference]')
    expect(JSON.parse(readFileSync(join(folder, 'out.sarif'), 'utf8')).version).toBe('2.1.0')
    const denied = run(['check', 'in.xml', '-o', 'out.txt'])
    expect([denied.status, existsSync(join(folder, 'out.txt'))]).toEqual([2, false])
    expect(denied.stderr).toContain('--format')
  })

  test('an unusable input is an error in every format, and exit code 2', () => {
    file('not.xml', warning.slice(0, 40))
    for (const format of ['json', 'sarif', 'github', 'gitlab', 'junit']) {
      const { status, stdout } = inFormat(format, 'not.xml')
      expect(status).toBe(2)
      expect(stdout).toContain('not.xml')
    }
    const [{ invocations }] = JSON.parse(inFormat('sarif', 'not.xml').stdout).runs
    expect(invocations).toEqual([{ executionSuccessful: false }])
    expect(inFormat('junit', 'not.xml').stdout).toContain('errors="1"')
  })
})

test('a suppressed finding is a suppressed result, a skipped test, and nothing that GitHub or GitLab shows', () => {
  file('suppressed.xml', text)
  file(
    'own.config.ts',
    `export default { suppress: [{ code: 'unknown-reference', id: 'o', reason: 'comes with the next release' }] }`,
  )
  const as = (format: string) =>
    run(['check', 'suppressed.xml', '--config', 'own.config.ts', '--format', format]).stdout
  const results: readonly { readonly suppressions?: unknown }[] = JSON.parse(as('sarif')).runs[0].results
  expect(results.flatMap(({ suppressions }) => suppressions ?? [])).toEqual([
    { kind: 'external', justification: 'comes with the next release' },
  ])
  expect(as('junit')).toMatch(/<skipped message="comes with the next release">/)
  expect(as('github')).not.toContain('id="o"')
  expect(as('gitlab')).not.toContain('id=\\"o\\"')
})
