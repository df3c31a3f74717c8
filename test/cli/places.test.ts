import { afterAll, describe, expect, test } from 'vitest'
import { commandLine } from '../support/command-line.js'

const { file, run, remove } = commandLine()
afterAll(remove)

/** Checks a module below its folder; types above each line move the lines of the JavaScript. */
function check(name: string, text: string, more: readonly string[] = []) {
  file(name, text)
  return run(['check', name, ...more])
}

describe('what cannot be loaded', () => {
  test.each([
    [
      'a syntax error in TypeScript',
      'a.ts',
      'interface X { a: 1 }\n\nexport default (',
      /^lightcib: a\.ts:3:17: .*SyntaxError/,
    ],
    [
      'a syntax error in JavaScript',
      'b.mjs',
      'const b = [\n\nexport default b',
      /^lightcib: b\.mjs:3:1: .*SyntaxError/,
    ],
    [
      'a file that is missing',
      'd.ts',
      "type T = 1\nimport { x } from './none.js'\nexport default x",
      /^lightcib: d\.ts:2:19: .*Cannot find module '.*\/none\.js'/,
    ],
    [
      'a package that is missing',
      'e.ts',
      "type T = 1\nimport x from 'no-such-package/part'\nexport default x",
      /^lightcib: e\.ts:2:15: .*Cannot find package 'no-such-package'/,
    ],
    [
      'a part that lightcib does not have',
      'f.ts',
      "type T = 1\nimport x from 'lightcib/cib'\nexport default x",
      /^lightcib: f\.ts:2:15: .*cannot import "lightcib\/cib"/,
    ],
    [
      'a name that lightcib does not have',
      'g.ts',
      "type T = 1\nimport {\n  clustr } from 'lightcib'\nexport default clustr({})",
      /^lightcib: g\.ts:3:3: .*export named 'clustr' \(did you mean "cluster"\?\)/,
    ],
    [
      'a throw',
      'h.ts',
      'type T = { a: 1 }\nfunction f(x: any) {\n  return x.y.z as T\n}\nexport default f({})',
      /^lightcib: h\.ts:3:14: .*TypeError: Cannot read/,
    ],
    [
      'a builder with undefined',
      'i.ts',
      "import { clone, cluster } from 'lightcib'\ntype T = 1\nexport default cluster({\n  resources: [clone(undefined as never)] })",
      /^lightcib: i\.ts:4:15: .*clone\(\) was given undefined/,
    ],
    [
      'a reference that is undefined',
      'j.ts',
      "import { order } from 'lightcib'\ntype T = 1\nexport default order('a', undefined as never)",
      /^lightcib: j\.ts:3:16: .*a reference is undefined/,
    ],
  ] as const)('%s', (_, name, text, message) => {
    const { status, stderr } = check(name, text)
    expect(status).toBe(2)
    expect(stderr).toMatch(message)
    expect(stderr).toMatch(/\n +\d+ \| .*\n +\| +\^\n$/)
    expect(stderr).not.toMatch(/^ +at /m)
  })

  test('a syntax error in what it imports is named by that file', () => {
    file('parts/broken.mjs', 'export const a = 1\nexport const b = ]')
    const { stderr } = check('imports.ts', "export { a as default } from './parts/broken.mjs'")
    expect(stderr).toMatch(
      /^lightcib: parts\/broken\.mjs:2:18: module "imports\.ts" cannot be loaded: SyntaxError/,
    )
  })

  test('a configuration is named with its place too', () => {
    file('configured/lightcib.config.ts', 'type T = 1\nthrow new Error("no config")')
    file('configured/cib.xml', '<cib validate-with="pacemaker-3.9"><configuration/></cib>')
    const { status, stderr } = run(['check', 'configured/cib.xml'])
    expect(status).toBe(2)
    expect(stderr).toMatch(
      /configured\/lightcib\.config\.ts:2:7: .*no config.*\n.*\n {2}2 \| throw new Error/,
    )
  })
})

const module = `import { cluster, group, order, systemd } from 'lightcib'
import { service } from './service'

interface Unused { a: number }
const web = ['a', 'b', 'odd id'].map((id) => systemd(id, {
  operations: { monitor: { interval: 'soon' } } }))

export default cluster({
  properties: { 'stonith-enable': true },
  resources: [...web, service('far'), group('empty', [])],
  constraints: [
    order('a', 'b'),
    order('b', 'a'),
    order('a', 'ghost' as never),
    order('a', 'ghost' as never, { kind: 'Optional' }),
    order('a', 'ghost' as never),
  ],
})
`

describe('a finding is where the module built the element', () => {
  file(
    'service.ts',
    `import { systemd } from 'lightcib'\ntype T = 1\nexport const service = (id: string) =>\n  systemd(id)\n`,
  )
  const { diagnostics } = JSON.parse(check('built.ts', module, ['--format', 'json']).stdout) as {
    readonly diagnostics: readonly {
      readonly code: string
      readonly path: string
      readonly position?: object
      readonly related?: readonly { readonly position?: object }[]
    }[]
  }
  const positions = (code: string) =>
    diagnostics.filter((each) => each.code === code).map(({ position }) => position)

  test('in a loop', () => {
    expect(positions('interval-unreadable')).toEqual(Array(3).fill({ line: 5, column: 46 }))
  })

  test('in a function of another file', () => {
    const [far] = diagnostics.filter(({ code, path }) => code === 'monitor-missing' && path.includes('"far"'))
    expect(far?.position).toEqual({ line: 4, column: 3, file: 'service.ts' })
  })

  test('for what cluster() builds itself', () => {
    expect(positions('option-unknown')).toEqual([{ line: 8, column: 16 }])
  })

  test('for constraints with a number after their id too', () => {
    const lines = positions('unknown-reference').map((position) => (position as { line: number }).line)
    expect(lines).toEqual([14, 15, 16])
  })

  test('for the other places of a cycle', () => {
    const [cycle] = diagnostics.filter(({ code }) => code === 'order-cycle')
    expect([cycle?.position, ...(cycle?.related ?? []).map(({ position }) => position)]).toContainEqual({
      line: 13,
      column: 5,
    })
  })

  test('with the lines of the module in text', () => {
    const { status, stderr } = run(['check', 'built.ts', '--verbose'])
    expect(status).toBe(1)
    expect(stderr).toContain(`built.ts:13:5: error[order-cycle]`)
    expect(stderr).toContain(`  12 |     order('a', 'b'),\n  13 |     order('b', 'a'),\n     |     ^\n`)
    expect(stderr).toContain(`service.ts:4:3: info[monitor-missing]`)
  })

  test('for the second of two that share an id', () => {
    const text = `import { cluster, systemd } from 'lightcib'\ntype T = 1\nconst a = systemd('a')\nconst b = systemd('a')\nexport default cluster({ resources: [a, b] })`
    expect(check('twins.ts', text).stderr).toContain('twins.ts:4:11: error[duplicate-id]')
  })

  test('for a value that is no element', () => {
    const text = `import { cluster, group } from 'lightcib'\ntype T = 1\nconst g = group('g', [undefined as never])\nexport default cluster({ resources: [g] })`
    const { status, stderr } = check('hole.ts', text)
    expect(status).toBe(2)
    expect(stderr).toMatch(/^lightcib: hole\.ts:3:11: members\[0\] of <group> is undefined/)
  })
})

test('control characters of a line are escaped in its frame', () => {
  const { stderr } = check('escape.mjs', "const red = '\u001b[31m\u009b\u202e'; throw new Error(red)")
  expect(stderr).toContain('\\u001b[31m\\u009b\\u202e')
  expect(['\u001b', '\u009b', '\u202e'].filter((character) => stderr.includes(character))).toEqual([])
})
