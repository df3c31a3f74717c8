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
