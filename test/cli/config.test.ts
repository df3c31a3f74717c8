import { chmodSync, chownSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { commandLine } from '../support/command-line.js'
import { root } from '../support/tools.js'
import { compilerOutput, withModules } from '../support/typescript.js'

const { file, run, remove } = commandLine()
afterAll(remove)

const light = readFileSync(join(root, 'fixtures/scenarios/light/cib.xml'), 'utf8')
const serialize =
  '<rsc_order id="slow" first="haproxy-clone" then="rabbitmq-clone" kind="Serialize"/></constraints>'

/** The light architecture with one hint, in a folder with this configuration. */
function inputIn(folder: string, config: string, name = 'lightcib.config.ts'): string {
  file(`${folder}/${name}`, config)
  return file(`${folder}/deep/cib.xml`, light.replace('</constraints>', serialize))
}

const configOf = (fields: string) =>
  `import { defineConfig, defineRule, requireRunsOnlyWith } from 'lightcib'\nexport default defineConfig({ ${fields} })`

const suppression = "{ code: 'order-serialize', id: 'slow', reason: 'the direction is the one that we want' }"

describe('lightcib.config.ts', () => {
  test.each(['ts', 'mts', 'js', 'mjs'])('is found above the input, as .%s', (suffix) => {
    const severities = "rules: { severities: { 'order-serialize': 'error' } }"
    const path = inputIn(suffix, configOf(severities), `lightcib.config.${suffix}`)
    const { status, stderr } = run(['check', path])
    expect([status, stderr]).toEqual([1, expect.stringContaining('error[order-serialize]')])
  })

  test('suppresses by id, which the summary counts and JSON lists', () => {
    const path = inputIn('suppress', configOf(`suppress: [${suppression}]`))
    const { status, stdout, stderr } = run(['check', path])
    expect([status, stderr]).toEqual([0, ''])
    expect(stdout).toContain('0 errors, 0 warnings, 1 suppressed')
    const { diagnostics, suppressed } = JSON.parse(run(['check', path, '--format', 'json']).stdout)
    expect([diagnostics, suppressed]).toMatchObject([
      [],
      [{ file: path, code: 'order-serialize', reason: 'the direction is the one that we want' }],
    ])
  })

  test('suppresses what the schema does not allow', () => {
    const config = configOf(
      "suppress: [{ code: 'invalid-value', id: 'slow', reason: 'a later schema has it' }]",
    )
    const path = inputIn('schema', config)
    file('schema/deep/cib.xml', readFileSync(path, 'utf8').replace('"Serialize"', '"Serial"'))
    expect(run(['check', path])).toMatchObject({ status: 0, stdout: expect.stringContaining('1 suppressed') })
    expect(run(['compile', path])).toMatchObject({ status: 0, stderr: '' })
  })

  test('a suppression that no input needs is a warning about the configuration', () => {
    const path = inputIn('unused', configOf(`suppress: [${suppression}]`))
    const other = file('unused/other.xml', light)
    expect(run(['check', path, other])).toMatchObject({ status: 0, stderr: '' })
    const { status, stderr } = run(['check', other])
    expect(status).toBe(0)
    expect(stderr).toMatch(/lightcib\.config\.ts:2:51: warning\[unused-suppression\]: .+"slow"\n/)
    expect(run(['check', other, '--max-warnings', '0'])).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('1 warnings, more than --max-warnings 0'),
    })
  })

  test('has rules of its own, and policies for CIBs', () => {
    const path = inputIn(
      'own',
      configOf(`
        own: [defineRule({
          code: 'no-clones', severity: 'error', message: ({ id }: { id: string }) => \`"\${id}" is a clone\`,
          visit: { clone: (place, { report }) => report(place, { id: place.element.id }) },
        })],
        policies: [requireRunsOnlyWith('haproxy-clone', 'rabbitmq-clone')],`),
    )
    const { status, stderr } = run(['check', path])
    expect(status).toBe(1)
    expect(stderr).toMatch(/cib\.xml:\d+:\d+: error\[no-clones\]: "haproxy-clone" is a clone/)
    expect(stderr).toContain('error[runs-only-with]')
    const only = run(['check', path, '--rule', 'no-clones', '--rule', 'order-cycle']).stderr
    expect(only.match(/(error|warning|info)\[/g)).toHaveLength(5)
  })

  test('unknown keys and codes are findings about it', () => {
    const path = inputIn(
      'wrong',
      configOf("suppres: [], rules: { severities: { 'order-serialise': 'off' } }"),
    )
    const { status, stderr } = run(['check', path])
    expect(status).toBe(1)
    expect(stderr).toMatch(
      /config\.ts:2:31: error\[unknown-option\]: .+\n(?: .*\| .*\n)* {2}hint: did you mean "suppress"\?/,
    )
    expect(stderr).toMatch(
      /config\.ts:2:68: error\[unknown-code\]: .+\n(?: .*\| .*\n)* {2}hint: did you mean "order-serialize"\?/,
    )
  })

  test.each([
    ['a syntax error', 'export default {'],
    ['an error of its own', 'throw new Error("no")'],
    ['no default export', 'export const rules = {}'],
  ])('that cannot be used, exit 2 and a message: %s', (name, text) => {
    const path = inputIn(name, text)
    for (const command of ['check', 'compile', 'graph']) {
      const { status, stdout, stderr } = run([command, path])
      expect([status, stdout]).toEqual([2, ''])
      expect(stderr).toMatch(
        /^lightcib: (?:.+lightcib\.config\.ts:\d+:\d+: )?configuration ".+lightcib\.config\.ts" .+\n(?: +\d* \| .*\n)*$/,
      )
    }
  })

  test('--config names another one, and a missing one is wrong usage', () => {
    const path = inputIn('named', 'throw new Error("not this one")')
    const other = file('named/other.ts', configOf(`suppress: [${suppression}]`))
    expect(run(['check', path, '--config', other])).toMatchObject({ status: 0, stderr: '' })
    expect(run(['check', path, '--config', 'missing.ts']).status).toBe(2)
  })

  test('is not run where others can change it, unless it is named', () => {
    const path = inputIn('foreign', configOf(`suppress: [${suppression}]`))
    const config = path.replace('deep/cib.xml', 'lightcib.config.ts')
    chmodSync(config, 0o666)
    const { status, stderr } = run(['check', path])
    expect([status, stderr]).toEqual([2, expect.stringContaining('can be changed by other users')])
    expect(run(['check', path, '--config', config]).status).toBe(0)
  })

  test.runIf(process.getuid?.() === 0)('is not run by root where it belongs to another user', () => {
    const path = inputIn('theirs', configOf(`suppress: [${suppression}]`))
    chownSync(path.replace('deep/cib.xml', 'lightcib.config.ts'), 65534, 65534)
    expect(run(['check', path]).status).toBe(2)
  })
})

test('the example of docs/configuration.md compiles and can be used', async () => {
  const guide = readFileSync(join(root, 'docs/configuration.md'), 'utf8')
  const example = /```ts\n(.*?)```/s.exec(guide)?.[1] as string
  expect(await withModules({ 'lightcib.config.ts': example }, compilerOutput)).toBe('')
  const { stdout } = run(['check', inputIn('example', example), '--format', 'json'])
  const ofConfig = JSON.parse(stdout).diagnostics.filter((finding: { file: string }) =>
    finding.file.endsWith('.ts'),
  )
  expect(ofConfig).toMatchObject([
    { code: 'unused-suppression', message: expect.stringContaining('"order-db-web"') },
  ])
})

describe('options of check', () => {
  test.each([
    [['--rule', 'order-cicle'], 'did you mean "order-cycle"?'],
    [['--policy', 'no-such'], 'unknown policy'],
    [['--rules', 'all'], 'Allowed choices are recommended, strict'],
    [['--max-warnings', 'few'], 'expected a whole number'],
  ])('%j is wrong usage', (args, message) => {
    const path = file('usage.xml', light)
    const { status, stdout, stderr } = run(['check', path, ...args])
    expect([status, stdout]).toEqual([2, ''])
    expect(stderr).toContain(message)
  })

  test('findings of one severity and code are together, by their lines', () => {
    const orders = ['b', 'a'].map(
      (id) => `<rsc_order id="${id}" first="haproxy-clone" then="ghost-${id}" kind="Serialize"/>\n`,
    )
    const path = file('sorted.xml', light.replace('</constraints>', `${orders.join('')}</constraints>`))
    const codes = [...run(['check', path, '-v']).stderr.matchAll(/(\d+):\d+: (\w+\[[\w-]+\])/g)]
    expect(codes.map(([, , label]) => label)).toEqual([
      'error[unknown-reference]',
      'error[unknown-reference]',
      'info[order-serialize]',
      'info[order-serialize]',
    ])
    const lines = codes.map(([, line]) => Number(line))
    expect(lines).toEqual([lines[0], Number(lines[0]) + 1, lines[0], Number(lines[0]) + 1])
  })
})
