import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { commandLine } from '../support/command-line.js'
import { root } from '../support/tools.js'

const { file, run: lightcib, remove } = commandLine()
afterAll(remove)

const light = join(root, 'fixtures/scenarios/light')
const cib = readFileSync(join(light, 'cib.xml'), 'utf8')
const other = file(
  'other.xml',
  cib.replace('name="haproxy"', 'name="haproxy" ').replace(/(<rsc_order [^>]*kind=")Optional/, '$1Mandatory'),
)

test('exits with 0 where nothing differs, a module and its CIB alike', () => {
  expect(lightcib(['diff', join(light, 'cluster.ts'), join(light, 'cib.xml')])).toEqual({
    status: 0,
    stdout: '',
    stderr: '',
  })
})

test('exits with 1 and prints what differs', () => {
  const { status, stdout, stderr } = lightcib(['diff', '-', other], cib)
  expect([status, stderr]).toEqual([1, ''])
  expect(stdout).toMatch(/^ {2}constraints\n~ {3}rsc_order ".*" {2}kind: "Optional" -> "Mandatory"\n$/)
})

test('prints all as JSON', () => {
  const { status, stdout } = lightcib([
    'diff',
    join(light, 'cib.xml'),
    other,
    '--format',
    'json',
    '--guarantees',
  ])
  const { changes, guarantees } = JSON.parse(stdout)
  expect(status).toBe(1)
  expect(changes).toMatchObject([{ change: 'changed', attribute: 'kind', from: 'Optional', to: 'Mandatory' }])
  expect(guarantees).toMatchObject({ lost: [], gained: [{ guarantee: 'order' }] })
})

test('draws both', () => {
  const { status, stdout } = lightcib(['diff', join(light, 'cib.xml'), other, '--format', 'svg'])
  expect([status, stdout.slice(0, 4)]).toEqual([1, '<svg'])
})

test.each([[['missing.xml', other]], [['-', '-']], [[other, other, '-o', '/nonexistent/x']]])(
  'exits with 2 for %j',
  (args) => {
    const { status, stdout, stderr } = lightcib(['diff', ...args], cib)
    expect([status, stdout]).toEqual([2, ''])
    expect(stderr).not.toBe('')
  },
)

test('compares the services of modules, and of a CIB only what moved', () => {
  const service = (...services: string[]) =>
    `import { cluster, systemd } from 'lightcib'\nexport default cluster({ resources: [], services: ${JSON.stringify(services)} })\n`
  const none = file(
    'none.ts',
    "import { cluster } from 'lightcib'\nexport default cluster({ resources: [] })\n",
  )
  const one = file('one.ts', service('httpd'))
  const two = file('two.ts', service('httpd', 'memcached'))
  const live = file(
    'live.xml',
    '<cib><configuration><crm_config/><nodes/><resources><primitive id="web" class="systemd" type="httpd"/></resources><constraints/></configuration></cib>',
  )
  const services = (...files: string[]) => {
    const { status, stdout } = lightcib(['diff', ...files, '--format', 'json'])
    return [
      status,
      JSON.parse(stdout).services.map(({ change, unit }: { change: string; unit: string }) => [change, unit]),
    ]
  }
  expect(services(none, one)).toEqual([1, [['added', 'httpd.service']]])
  expect(services(two, one)).toEqual([1, [['removed', 'memcached.service']]])
  expect(services(one, one)).toEqual([0, []])
  expect(services(live, two)).toEqual([1, [['moved', 'httpd.service']]])
  expect(lightcib(['diff', live, one]).stdout).toContain(
    '~   service "httpd.service"  moved from Pacemaker (primitive "web") to systemd\n',
  )
})
