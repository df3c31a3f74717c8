import { afterAll, describe, expect, test } from 'vitest'
import { commandLine } from '../support/command-line.js'

const { file, run, remove } = commandLine()
afterAll(remove)

const cluster = "{ element: 'cib', configuration: { element: 'configuration' } }"

/** Modules that end without a cluster, and what the message has. */
const endings: readonly (readonly [string, string, RegExp])[] = [
  [
    'process.exit',
    'process.exit(0)',
    /"end\d+\.mjs" calls process\.exit\(0\) before .* \(end\d+\.mjs:1:\d+\)/,
  ],
  [
    'the name that node:process exports',
    "import { exit } from 'node:process'\nexit()",
    /calls process\.exit\(\).*:2:1\)/,
  ],
  [
    'process.exit at a later tick',
    `process.nextTick(() => process.exit(0))\nawait null\nexport default ${cluster}`,
    /calls process\.exit\(0\).*:1:/,
  ],
  ['process.reallyExit', 'process.reallyExit(0)', /calls process\.reallyExit\(0\)/],
  ['process.abort', 'process.abort()', /calls process\.abort\(\)/],
  ['a signal', 'process.kill(process.pid)', /calls process\.kill\(process\.pid\)/],
  [
    'a signal that cannot be caught',
    "process.kill(process.pid, 'SIGKILL')",
    /calls process\.kill\(process\.pid, "SIGKILL"\)/,
  ],
  ['a promise that is never kept', 'await new Promise(() => {})', /never ends/],
  ['a loop', 'while (true);', /still runs after 1 s; --timeout allows more/],
  [
    'a loop that catches all',
    'while (true) try { while (true); } catch {} finally { continue }',
    /still runs after 1 s/,
  ],
  ['a regular expression', "/^(a+)+$/.test('a'.repeat(50) + 'b')", /still runs after 1 s/],
  [
    'a loop of promises',
    'const again = () => Promise.resolve().then(again)\nawait again()',
    /still runs after 1 s/,
  ],
  ['a timer', 'await new Promise((resolve) => setTimeout(resolve, 1e6))', /still runs after 1 s/],
  ['a getter with a loop', 'export default { get element() { while (true); } }', /still runs after 1 s/],
  [
    'a promise that is rejected elsewhere',
    "Promise.reject(new Error('boom'))\nawait new Promise((resolve) => setTimeout(resolve, 1e5))",
    /Error: boom \(end\d+\.mjs:1:16\)/,
  ],
  [
    'an error in a timer',
    "setTimeout(() => { throw new Error('boom') })\nawait new Promise((resolve) => setTimeout(resolve, 1e5))",
    /Error: boom \(end\d+\.mjs:1:/,
  ],
  [
    'standard output closed',
    `import { closeSync } from 'node:fs'\ncloseSync(1)\nexport default ${cluster}`,
    /calls fs\.closeSync\(1\).*:2:1\)/,
  ],
  [
    'all descriptors closed',
    `import fs from 'node:fs'\nfs.close(2, () => {})\nexport default ${cluster}`,
    /calls fs\.close\(2\)/,
  ],
  ...[
    ['Object.entries', 'Object.entries = () => []'],
    ['JSON.stringify', "JSON.stringify = () => '[]'"],
    ['Array.prototype.map', 'Array.prototype.map = () => { throw 1 }'],
    ['Promise', 'globalThis.Promise = undefined'],
    ['Object.prototype.id', "Object.prototype.id = 'x'"],
    [
      'String.prototype.Symbol(Symbol.iterator)',
      'String.prototype[Symbol.iterator] = () => ({ next: () => ({}) })',
    ],
  ].map(
    ([name = '', code]) =>
      [
        `another ${name}`,
        `${code}\nexport default ${cluster}`,
        new RegExp(`changes ${name.replace(/[.()]/g, '\\$&')}: `),
      ] as const,
  ),
  ['null that is thrown', 'throw null', /cannot be loaded: null/],
  ['a text that is thrown', "throw 'no inventory'", /cannot be loaded: no inventory/],
  [
    'an object that cannot be read',
    'throw new Proxy({}, { get() { throw 1 }, getPrototypeOf() { throw 2 } })',
    /cannot be loaded: /,
  ],
  [
    'an error without a stack',
    "const error = new Error('bare')\nerror.stack = undefined\nthrow error",
    /cannot be loaded: Error: bare/,
  ],
  [
    'a promise as its default export',
    `export default Promise.resolve(${cluster})`,
    /:1:1: .*has a promise as its default export/,
  ],
  [
    'a function as its default export',
    `\nexport default () => (${cluster})`,
    /:2:1: .*has a function as its default export/,
  ],
  ['no default export', `export const web = ${cluster}`, /has no default export/],
  [
    'a getter that throws',
    "export default { element: 'cib', get configuration() { throw new Error('boom') } }",
    /configuration of <cib> is a value that throws "Error: boom"/,
  ],
  ['half a cluster', "export default { element: 'cib' }", /configuration of <cib> is missing/],
]

test.each(endings)(
  '%s: a message and exit code 2',
  (_, text, message) => {
    const path = file(`end${endings.findIndex(([, other]) => other === text)}.mjs`, text)
    const { status, stdout, stderr } = run(['check', path.replace(/.*\//, ''), '--timeout', '1'])
    expect([status, stdout]).toEqual([2, ''])
    expect(stderr).toMatch(message)
    expect(stderr).not.toMatch(/^ +at |node:internal|debugger/m)
  },
  60_000,
)

test('a helper that ends the process is named with its line', () => {
  file(
    'helper.ts',
    'interface Unused { a: string }\n\nexport function leave(): void {\n  process.exit(0)\n}\n',
  )
  const path = file('leaves.ts', "import { leave } from './helper'\nleave()\n")
  const { status, stderr } = run(['check', path])
  expect(status).toBe(2)
  expect(stderr).toContain('helper.ts:4:11')
  expect(stderr).toContain('  4 |   process.exit(0)\n    |           ^')
})

test('a module that allocates without end stops at the limit', () => {
  const path = file('memory.mjs', 'const all = []\nwhile (true) all.push(new Array(1000).fill(all.length))')
  const { status, stderr } = run(['check', path, '--timeout', '60'])
  expect([status, stderr]).toEqual([2, expect.stringContaining('uses more than 800 MB of memory')])
}, 90_000)

describe('a module that is of use', () => {
  const noisy = `import { cluster, systemd } from 'lightcib'
    console.log('noise')
    process.stdout.write('noise')
    setTimeout(() => console.info('noise'))
    setInterval(() => {}, 1000)
    process.exitCode = 7
    process.chdir('/')
    const web = systemd('web', { operations: { monitor: { interval: '10s' } } })
    export default cluster({ properties: { 'stonith-enabled': false }, resources: [web] })`

  test('writes nothing to standard output, keeps no process alive and changes no folder', () => {
    const path = file('noisy.ts', noisy)
    const { status, stdout, stderr } = run(['compile', path])
    expect([status, stdout.slice(0, 5), stdout.includes('noise')]).toEqual([0, '<cib ', false])
    expect(stderr).toContain('noise')
    expect(run(['compile', path, '-o', 'noisy.xml']).status).toBe(0)
    expect(run(['check', 'noisy.xml']).status).toBe(0)
  })

  test('may change how stacks are written, also so that this fails', () => {
    const path = file(
      'stacks.ts',
      `Error.prepareStackTrace = () => { throw 1 }\n${noisy.replace('web] })', 'web, web] })')}`,
    )
    const { status, stderr } = run(['check', path])
    expect(status).toBe(1)
    expect(stderr).toContain('error[duplicate-id]')
    expect(stderr).not.toContain('internal error')
    const next = file(
      'next.ts',
      `if (String(Error.prepareStackTrace).includes('throw 1')) throw 'left'\n${noisy}`,
    )
    expect(run(['check', path, next]).stderr).not.toContain('left')
  })

  test('may signal other processes, and itself with 0', () => {
    const signals = `import { spawn } from 'node:child_process'
       const child = spawn('sleep', ['60'])
       process.kill(process.pid, 0)
       process.kill(child.pid as number)\n`
    const path = file('signals.ts', signals + noisy)
    expect(run(['compile', path]).stdout).toContain('</cib>')
  })
})

test('a policy or rule that does not end is stopped too', () => {
  const path = file(
    'policy.mjs',
    `import { cluster } from 'lightcib'
     export default cluster({ policies: [{ name: 'mine', check: () => { while (true); } }] })`,
  )
  const { status, stderr } = run(['check', path, '--timeout', '1'])
  expect([status, stderr]).toEqual([2, expect.stringContaining('still runs after 1 s')])
})

test.each(['0', 'x', '-1', '1e9', ''])('--timeout %j is rejected', (seconds) => {
  const { status, stderr } = run(['check', file('empty.mjs', ''), '--timeout', seconds])
  expect([status, stderr]).toEqual([2, expect.stringContaining('expected a number of seconds')])
})

test('--trace prints the stack of what a module throws', () => {
  const path = file('trace.mjs', "function deep() { throw new Error('boom') }\ndeep()")
  expect(run(['check', path]).stderr).not.toContain('at deep')
  expect(run(['check', path, '--trace']).stderr).toMatch(/at deep \(.*trace\.mjs:1:25\)/)
})
